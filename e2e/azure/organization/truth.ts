// What is really wrong in the estate at an instant, counted straight from the organization: the yardstick a test holds
// against what the product found. Nothing of the product's own judgement is used here.
import type { Organization, Vault, VaultObject, Version } from './organization.ts'
import { dayMs } from './rhythm.ts'

/** Subjects by what is wrong with them, sorted: `vault`, or `vault/secret/name`. */
export type Truth = Record<ObjectFault | VaultFault, string[]> & {
  /** Objects that exist and are not deleted, in the vaults looked at. */
  objects: string[]
}

/** Only enabled objects have faults of time. Managed secrets and keys count as their certificate's, so not at all. */
type ObjectFault =
  | 'secret-expired'
  | 'key-expired'
  | 'certificate-expired'
  | 'secret-near-expiry'
  | 'certificate-near-expiry'
  | 'secret-without-expiry'
  | 'key-without-expiry'
  | 'secret-overdue-for-rotation'
  | 'secret-without-content-type'
  | 'certificate-stored-as-secret'
  | 'old-version-still-enabled'
  | 'key-without-rotation-policy'
  | 'certificate-without-renewal'

type VaultFault =
  | 'vault-without-purge-protection'
  | 'vault-with-short-retention'
  | 'vault-open-to-internet'
  | 'vault-without-rbac'
  | 'vault-without-audit-log'
  | 'vault-without-private-endpoint'

export type Question = {
  /** Whose objects count: by default those of the vaults Kempt can read. */
  sees?: (vault: Vault) => boolean
  rotationDays?: number
  nearExpiryDays?: number
  graceDays?: number
}

export function truthAt(organization: Organization, instant: Date, question: Question = {}): Truth {
  const { sees = ({ access }) => access === 'readable' } = question
  const found = new Map<string, string[]>()
  const note = (fault: string, subject: string) => found.set(fault, [...(found.get(fault) ?? []), subject])

  for (const vault of organization.estateAt(instant).vaults) {
    for (const fault of vaultFaults(vault)) note(fault, vault.name)
    if (!sees(vault)) continue
    for (const object of organization.objectsAt(vault.name, instant)) {
      if (object.deletedAt) continue
      const subject = `${vault.name}/${object.kind}/${object.name}`
      note('objects', subject)
      for (const fault of objectFaults(object, instant, question)) note(fault, subject)
    }
  }
  const subjects = (fault: keyof Truth) => (found.get(fault) ?? []).sort()
  return {
    objects: subjects('objects'),
    'secret-expired': subjects('secret-expired'),
    'key-expired': subjects('key-expired'),
    'certificate-expired': subjects('certificate-expired'),
    'secret-near-expiry': subjects('secret-near-expiry'),
    'certificate-near-expiry': subjects('certificate-near-expiry'),
    'secret-without-expiry': subjects('secret-without-expiry'),
    'key-without-expiry': subjects('key-without-expiry'),
    'secret-overdue-for-rotation': subjects('secret-overdue-for-rotation'),
    'secret-without-content-type': subjects('secret-without-content-type'),
    'certificate-stored-as-secret': subjects('certificate-stored-as-secret'),
    'old-version-still-enabled': subjects('old-version-still-enabled'),
    'key-without-rotation-policy': subjects('key-without-rotation-policy'),
    'certificate-without-renewal': subjects('certificate-without-renewal'),
    'vault-without-purge-protection': subjects('vault-without-purge-protection'),
    'vault-with-short-retention': subjects('vault-with-short-retention'),
    'vault-open-to-internet': subjects('vault-open-to-internet'),
    'vault-without-rbac': subjects('vault-without-rbac'),
    'vault-without-audit-log': subjects('vault-without-audit-log'),
    'vault-without-private-endpoint': subjects('vault-without-private-endpoint'),
  }
}

/** The secrets that are expired at `to` and were read with success after they had expired, within `[from, to)`. */
export function expiredYetRead(organization: Organization, from: Date, to: Date): string[] {
  const expired = new Set(truthAt(organization, to)['secret-expired'])
  const read = new Set<string>()
  const expiryOf = (vault: string, name: string) =>
    organization
      .objectsAt(vault, to)
      .find((object) => object.kind === 'secret' && object.name === name)
      ?.versions.at(-1)?.expiresAt ?? to
  for (const workspace of organization.estateAt(to).workspaces) {
    for (const access of organization.accesses(workspace.customerId, from, to)) {
      const { vault, operation, object, httpStatus, at } = access
      if (operation !== 'SecretGet' || httpStatus !== 200 || !object) continue
      const subject = `${vault.name}/secret/${object.name}`
      if (expired.has(subject) && at >= expiryOf(vault.name, object.name)) read.add(subject)
    }
  }
  return [...read].sort()
}

function vaultFaults({ properties, diagnosticSettings }: Vault): VaultFault[] {
  const faults: VaultFault[] = []
  if (properties.enablePurgeProtection !== true) faults.push('vault-without-purge-protection')
  if (Number(properties.softDeleteRetentionInDays) < 90) faults.push('vault-with-short-retention')
  if (properties.enableRbacAuthorization !== true) faults.push('vault-without-rbac')
  if (isOpen(properties)) faults.push('vault-open-to-internet')
  if (!JSON.stringify(properties.privateEndpointConnections ?? []).includes('"Approved"'))
    faults.push('vault-without-private-endpoint')
  const isAudited = diagnosticSettings.some(({ logs }) =>
    logs.some(
      (log) => log.enabled && ['AuditEvent', 'audit', 'allLogs'].includes(log.category ?? log.categoryGroup ?? ''),
    ),
  )
  if (!isAudited) faults.push('vault-without-audit-log')
  return faults
}

function isOpen({ networkAcls, publicNetworkAccess }: Record<string, unknown>): boolean {
  if (publicNetworkAccess === 'Disabled') return false
  const isDenied =
    typeof networkAcls === 'object' &&
    networkAcls !== null &&
    'defaultAction' in networkAcls &&
    networkAcls.defaultAction === 'Deny'
  return !isDenied
}

function objectFaults(object: VaultObject, instant: Date, question: Question): ObjectFault[] {
  const { kind, managed, versions, policy } = object
  const current = versions.at(-1)
  if (managed || !current?.enabled) return []
  const now = instant.getTime()
  const leftDays = current.expiresAt ? (current.expiresAt.getTime() - now) / dayMs : null
  const isNear = leftDays !== null && leftDays > 0 && leftDays <= (question.nearExpiryDays ?? 30)
  const faults: (ObjectFault | false)[] = [leftDays !== null && leftDays <= 0 && `${kind}-expired`]
  if (kind === 'secret') {
    const ageDays = (now - current.createdAt.getTime()) / dayMs
    faults.push(
      isNear && 'secret-near-expiry',
      leftDays === null && 'secret-without-expiry',
      ageDays > (question.rotationDays ?? 60) && 'secret-overdue-for-rotation',
      current.contentType === null && 'secret-without-content-type',
      /x-pkcs12|x-pem-file/.test(current.contentType ?? '') && 'certificate-stored-as-secret',
      hasOldEnabled(versions, current, now, question.graceDays ?? 7) && 'old-version-still-enabled',
    )
  }
  if (kind === 'key')
    faults.push(
      leftDays === null && 'key-without-expiry',
      !JSON.stringify(policy ?? {}).includes('"Rotate"') && 'key-without-rotation-policy',
    )
  if (kind === 'certificate')
    faults.push(
      isNear && 'certificate-near-expiry',
      !JSON.stringify(policy ?? {}).includes('"AutoRenew"') && 'certificate-without-renewal',
    )
  return faults.filter((fault) => fault !== false)
}

function hasOldEnabled(versions: readonly Version[], current: Version, now: number, graceDays: number): boolean {
  const isSettled = now - current.createdAt.getTime() > graceDays * dayMs
  return isSettled && versions.some((version) => version !== current && version.enabled)
}
