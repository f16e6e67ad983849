// The exact command that lets Kempt read what it could not, and what it does.
import type { Part, UnreadCode } from '#lib/domain/observed.ts'
import type { VaultSettings } from '#lib/domain/vault.ts'

/** A vault of which something was not read. */
export type UnreadVault = {
  name: string
  /** ARM id. */
  resourceId: string
  accessModel: VaultSettings['accessModel'] | null
  /** Null when the settings of the vault could not be read. */
  place: { uri: string; resourceGroup: string; subscriptionId: string } | null
}

/** Parts that were not read for the same reason. */
export type Gap = { parts: readonly { part: Part }[]; code: UnreadCode; detail: string }

export type Grant = {
  /** Null: nothing has to be granted, see `why`. */
  command: string | null
  /** What the command does, or why there is none. */
  why: string
}

/** What whoever asks knows of the identity Kempt reads with, and of where a vault logs to; a page knows neither. */
export type Known = {
  /** Object id of the identity. */
  principalId?: string | null | undefined
  /** ARM id of the workspace a vault logs to. */
  workspaceId?: string | null | undefined
}

/**
 * How to close one gap of one vault. Only ever read access to metadata: Key Vault Reader, `list` and the two policies of
 * an object cannot see a value.
 * https://learn.microsoft.com/azure/key-vault/general/rbac-guide
 */
export function grantFor(row: UnreadVault, gap: Gap, { principalId, workspaceId }: Known = {}): Grant {
  const principal = principalWord(principalId)
  switch (gap.code) {
    case 'forbidden-by-rbac':
      return keyVaultReader(row, principal)
    case 'forbidden-by-access-policy':
      return allowListing(row, principal)
    case 'forbidden': {
      const isAbout = (parts: readonly Part[]) => gap.parts.some(({ part }) => parts.includes(part))
      if (isAbout(subscriptionParts)) return readerOfSubscription(row, principal)
      if (isAbout(controlPlaneParts)) return readerOfVault(row, principal)
      return row.accessModel === 'access-policy' ? allowListing(row, principal) : keyVaultReader(row, principal)
    }
    case 'forbidden-by-firewall':
      return letAddressIn(row, gap)
    case 'forbidden-by-connection':
      return connectPrivately(row)
    case 'name-not-resolved':
      return resolvePrivately(row)
    case 'not-logged':
      return sendAuditLog(row)
    case 'log-silent':
      return nothing(
        'Nothing has to be granted. See whether the workspace of the setting exists and takes rows in; a setting that is deleted and made anew sends again.',
      )
    case 'workspace-unreadable':
      return readerOfWorkspace({ principalId, workspaceId })
    case 'subscription-unseen':
      return seeSubscription(subscriptionOf(row), { principalId })
    case 'sign-in-failed':
      return nothing(
        'Kempt could not sign in for this vault: check the identity it runs with, and the tenant of the vault.',
      )
    case 'not-found':
      return nothing('Azure says it is not there. If the vault was deleted, the next snapshot takes it off the list.')
    case 'throttled':
    case 'timed-out':
    case 'server-error':
    case 'connection-failed':
    case 'malformed-answer':
      return nothing('There is nothing to grant. The next snapshot tries again.')
    case 'not-asked':
      return nothing('It follows from another gap, or its turn has not come.')
  }
}

const nothing = (why: string): Grant => ({ command: null, why })

/** Lets Kempt query the log of a workspace. */
export const readerOfWorkspace = ({ principalId, workspaceId }: Known): Grant => ({
  why: 'Lets Kempt query the workspace the vault logs to.',
  command: assignRole(
    'Log Analytics Reader',
    workspaceId ? quoted(workspaceId) : '"$WORKSPACE_ID"',
    principalWord(principalId),
  ),
})

const principalWord = (principalId: Known['principalId']) =>
  principalId ? quoted(principalId) : '"$KEMPT_PRINCIPAL_ID"'

/** Told by the control plane. Role assignments and event topics are listed for the whole subscription. */
const subscriptionParts: readonly Part[] = ['roles', 'events']
const controlPlaneParts: readonly Part[] = ['settings', 'diagnostics', 'key-material']

const readerOfVault = (row: UnreadVault, principal: string): Grant => ({
  why: 'Gives Kempt the role Reader on this vault. It shows settings and names, never a value.',
  command: assignRole('Reader', quoted(row.resourceId), principal),
})

const readerOfSubscription = (row: UnreadVault, principal: string): Grant => ({
  why: 'Gives Kempt the role Reader on the subscription of the vault. It shows resources and who has which role, never a value.',
  command: assignRole('Reader', quoted(`/subscriptions/${subscriptionOf(row)}`), principal),
})

const subscriptionOf = (row: UnreadVault) => row.resourceId.split('/')[2] ?? ''

/** Brings a subscription back that Kempt saw, or is told to look at, and cannot see. Azure does not say whether it still exists. */
export const seeSubscription = (subscriptionId: string, { principalId }: Known): Grant => ({
  why: 'Gives Kempt the role Reader on the subscription. It shows resources and who has which role, never a value. If it was cancelled, or is not to be looked at any more, set KEMPT_SUBSCRIPTIONS to the others instead: until then its vaults stay unknown.',
  command: assignRole('Reader', quoted(`/subscriptions/${subscriptionId}`), principalWord(principalId)),
})

const keyVaultReader = (row: UnreadVault, principal: string): Grant => ({
  why: 'Gives Kempt the role Key Vault Reader on this vault. It shows names, dates and policies, never a value.',
  command: assignRole('Key Vault Reader', quoted(row.resourceId), principal),
})

/** `scope` and `principal` as words of a shell. */
const assignRole = (role: 'Reader' | 'Key Vault Reader' | 'Log Analytics Reader', scope: string, principal: string) =>
  `az role assignment create --assignee-object-id ${principal} --assignee-principal-type ServicePrincipal --role "${role}" --scope ${scope}`

/** Replaces what the policy gave Kempt before, so it names everything: `get` of a certificate holds no private key. */
const allowListing = (row: UnreadVault, principal: string): Grant => ({
  why: 'Lets Kempt list secrets, keys and certificates and read when they renew themselves, by the access policy of the vault; none of this shows a value.',
  command: `az keyvault set-policy ${named(row)} --object-id ${principal} --secret-permissions list --key-permissions list getrotationpolicy --certificate-permissions list get`,
})

/** The firewall's refusal names the address it saw, and the reason carries it in brackets. */
function letAddressIn(row: UnreadVault, gap: Gap): Grant {
  const seen = /\(([0-9a-fA-F.:]+)\)/.exec(gap.detail)?.[1]
  const why = 'Lets the address Kempt comes from through the firewall of the vault; everybody else stays out.'
  return { why, command: `az keyvault network-rule add ${named(row)} --ip-address ${seen ?? '"$KEMPT_ADDRESS"'}` }
}

const connectPrivately = (row: UnreadVault): Grant => ({
  why: 'Public access to the vault is off. This makes a private endpoint for it in the network Kempt runs in.',
  command: `az network private-endpoint create --name ${quoted(`pe-kempt-${row.name}`)} --resource-group "$KEMPT_RESOURCE_GROUP" --vnet-name "$KEMPT_VNET" --subnet "$KEMPT_SUBNET" --private-connection-resource-id ${quoted(row.resourceId)} --group-id vault --connection-name ${quoted(`kempt-${row.name}`)}`,
})

function resolvePrivately(row: UnreadVault): Grant {
  // https://kv-orders.vault.azure.net has its private twin in the zone privatelink.vaultcore.azure.net
  const host = row.place ? new URL(row.place.uri).hostname : ''
  const zone = `privatelink.${host
    .split('.')
    .slice(1)
    .join('.')
    .replace(/^vault\./, 'vaultcore.')}`
  const why =
    'The name does not resolve where Kempt runs: the vault is gone, or known to a private DNS zone only. This links the zone to the network Kempt runs in.'
  if (!row.place) return nothing(why)
  return {
    why,
    command: `az network private-dns link vnet create --name kempt --zone-name ${quoted(zone)} --resource-group "$DNS_RESOURCE_GROUP" --virtual-network "$KEMPT_VNET_ID" --registration-enabled false`,
  }
}

const sendAuditLog = (row: UnreadVault): Grant => ({
  why: 'Sends the audit log of the vault to a workspace Kempt can query. The first rows take up to a day.',
  command: `az monitor diagnostic-settings create --name audit-to-workspace --resource ${quoted(row.resourceId)} --workspace "$WORKSPACE_ID" --logs '[{"categoryGroup":"audit","enabled":true}]'`,
})

function named(row: UnreadVault): string {
  const place = row.place
    ? ` --resource-group ${quoted(row.place.resourceGroup)} --subscription ${quoted(row.place.subscriptionId)}`
    : ''
  return `--name ${quoted(row.name)}${place}`
}

/** As one word of a POSIX shell, whatever is in it. Azure allows brackets and more in names of resource groups. */
const quoted = (text: string) => (/^[\w./:-]+$/.test(text) ? text : `'${text.replaceAll("'", `'\\''`)}'`)
