// The imitated organization: what exists at an instant, who exists, who may see what, who reads what.
// A pure function of (seed, size, instant) plus the amendments a test made. Nothing here knows HTTP. The whole
// vocabulary of the imitated services stands in this one file, which is why it is a long one.

export type Tags = Record<string, string>

export type Subscription = {
  id: string
  name: string
  tags: Tags
  /** Display names and ids, nearest first, ending with the tenant root group. */
  managementGroups: { id: string; displayName: string }[]
}

export type ResourceGroup = { id: string; name: string; subscriptionId: string; location: string; tags: Tags }

export type Workspace = {
  /** ARM id. */
  id: string
  /** The GUID that queries use. */
  customerId: string
  name: string
  subscriptionId: string
  resourceGroup: string
  location: string
  /** Which of the two audit tables its vaults write to. */
  table: 'AZKVAuditLogs' | 'AzureDiagnostics'
  /** How long it keeps rows for queries. */
  retentionDays: number
}

export type DiagnosticSetting = {
  name: string
  workspaceId: string | null
  storageAccountId: string | null
  logs: { category?: string; categoryGroup?: string; enabled: boolean }[]
  /** Dedicated = AZKVAuditLogs; null = AzureDiagnostics. */
  destinationType: 'Dedicated' | null
}

/** One version of an object, newest wins by createdAt. `value` exists only inside the stand-in: the canary. */
export type Version = {
  id: string
  createdAt: Date
  updatedAt: Date
  enabled: boolean
  notBeforeAt: Date | null
  expiresAt: Date | null
  contentType: string | null
  tags: Tags
}

export type VaultObject = {
  kind: 'secret' | 'key' | 'certificate'
  name: string
  /** Lifecycle belongs to Key Vault: the secret or key behind a certificate. */
  managed: boolean
  /** Oldest first; the last one is current. Never empty. */
  versions: Version[]
  /** Set while soft-deleted. */
  deletedAt: Date | null
  scheduledPurgeAt: Date | null
  /** Keys: rotation policy as on the wire; certificates: policy as on the wire; otherwise null. */
  policy: Record<string, unknown> | null
  /** What a key is made of; unset for secrets and certificates (whose policy tells). */
  material?: KeyMaterial
}

export type KeyMaterial = { kty: 'RSA' | 'RSA-HSM'; keySize: number } | { kty: 'EC' | 'EC-HSM'; crv: string }

export type Vault = {
  /** ARM id, in the mixed case Azure shows it. */
  id: string
  name: string
  subscriptionId: string
  resourceGroup: string
  location: string
  tags: Tags
  createdAt: Date
  /** The `properties` bag exactly as Resource Graph and ARM return it. */
  properties: Record<string, unknown>
  diagnosticSettings: DiagnosticSetting[]
  /** How this vault treats Kempt's identity on the data plane. */
  access: 'readable' | 'no-role' | 'no-policy' | 'firewall' | 'private-only' | 'name-gone'
  /** Whether ARM tells Kempt's identity the vault's diagnostic settings; readable when unset. */
  diagnosticsAccess?: 'readable' | 'denied'
}

/** A soft-deleted vault, as long as it can be recovered. */
export type DeletedVault = {
  name: string
  vaultId: string
  subscriptionId: string
  location: string
  tags: Tags
  deletedAt: Date
  scheduledPurgeAt: Date
  purgeProtected: boolean
}

/** An Event Grid system topic that listens to a vault. */
export type EventTopic = {
  id: string
  name: string
  subscriptionId: string
  resourceGroup: string
  location: string
  /** ARM id of the vault. */
  source: string
}

export type Person = {
  objectId: string
  name: string
  userPrincipalName: string
  title: string
  /** App roles of Kempt in the id token: Kempt.Lead, Kempt.Owner, Kempt.Reader, or none. */
  roles: string[]
  /** Group display names, emitted in the groups claim (cloud_displayname). */
  groups: string[]
}

/** The identity of an application, able to get tokens. */
export type Principal = { objectId: string; applicationId: string; name: string; secret: string }

/** An identity that Azure keeps the credentials of; tokens and log rows name it by its ARM id as well. */
export type ManagedIdentity = Principal & { resourceId: string }

export type RoleAssignment = {
  id: string
  principalId: string
  principalType: 'User' | 'Group' | 'ServicePrincipal'
  roleDefinitionId: string
  /** ARM scope: vault, resource group, subscription or management group. */
  scope: string
  createdAt: Date
}

/** What is there at one instant. */
export type Estate = {
  subscriptions: Subscription[]
  resourceGroups: ResourceGroup[]
  vaults: Vault[]
  workspaces: Workspace[]
  roleAssignments: RoleAssignment[]
  deletedVaults?: DeletedVault[]
  eventTopics?: EventTopic[]
  /** Nothing is given that no role and no access policy says: see the amendment `roles`. */
  rolesAreWhole?: boolean
}

/** One access to a vault, from which both audit tables' rows are made. */
export type Access = {
  at: Date
  vault: Vault
  operation: string
  /** Null for vault-level operations. Version null where Azure logs none. */
  object: { kind: VaultObject['kind']; name: string; version: string | null } | null
  httpStatus: number
  caller:
    | { kind: 'user'; objectId: string; userPrincipalName: string }
    | { kind: 'application'; objectId: string; applicationId: string }
    /** `hostId` is set where the identity is a resource of its own, used by the resource with that ARM id. */
    | { kind: 'managed-identity'; objectId: string; applicationId: string; resourceId: string; hostId?: string }
    | null
  address: string
  clientInfo: string
  durationMs: number
  description: string | null
}

/**
 * A change a test or a story made on top of the generated estate; it holds from `from` on. Amendments apply in the
 * order they were made. What a vault or an object leaves out is kept, or, when it is new, healthy.
 */
export type Amendment =
  /** `objects` is everything in the vault from then on; left out, the vault keeps what it has. */
  | {
      kind: 'vault'
      from: Date
      vault: Partial<Vault> & { name: string }
      objects?: (Partial<VaultObject> & { name: string })[]
    }
  | {
      kind: 'object'
      from: Date
      vault: string
      object: Partial<VaultObject> & { kind: VaultObject['kind']; name: string }
    }
  | { kind: 'access'; from: Date; vault: string; access: Vault['access'] }
  | { kind: 'vault-gone'; from: Date; vault: string }
  /** These are the roles of an identity from then on, and the access policies of vaults say the rest: neither more nor less. */
  | { kind: 'roles'; from: Date; principalId: string; roles: { roleId: string; scope: string }[] }
  /** Somebody reads an object regularly: amended objects are read by nobody else. Current version unless one is given. */
  | {
      kind: 'reads'
      from: Date
      vault: string
      object: { kind: VaultObject['kind']; name: string }
      everyMinutes: number
      version?: string
      /** The first application's managed identity when unset. */
      caller?: NonNullable<Access['caller']>
      httpStatus?: number
    }
  /** The rows of `from` (included) to `until` (not) are on their way to the workspace as long as it is not `arrivesAt`. */
  | {
      kind: 'late-log'
      from: Date
      until: Date
      /** Customer id, ARM id or name. */
      workspace: string
      arrivesAt: Date
    }

export type Organization = {
  tenantId: string
  tenantName: string
  domain: string
  /** The app registration of Kempt: users sign in to it. */
  kempt: { clientId: string; clientSecret: string }
  /** The managed identity the job runs as. */
  kemptIdentity: ManagedIdentity
  people: Person[]
  estateAt(instant: Date): Estate
  objectsAt(vaultName: string, instant: Date): VaultObject[]
  /** Accesses in [from, to), ordered by time, of the vaults that log to that workspace. */
  accesses(workspaceCustomerId: string, from: Date, to: Date): Access[]
  /** Stretches of that workspace's log whose rows have not arrived at `now`. */
  lateLogs(workspaceCustomerId: string, now: Date): { from: Date; until: Date }[]
  /** The canary: a value that exists nowhere else. */
  valueOf(vaultName: string, kind: VaultObject['kind'], name: string, version: string): string
  amend(amendment: Amendment): void
}
