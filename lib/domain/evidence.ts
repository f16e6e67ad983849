import { notRead, type Observed } from './observed.ts'
import type { EventTopic, ValueRole } from './role-assignment.ts'
import type { DiagnosticSetting, Vault } from './vault.ts'
import type { KeyMaterial, Renewal } from './object-detail.ts'
import { type ObjectKind, type ObjectRef, objectKey, type ObjectVersion, type VaultObject } from './vault-object.ts'

/** Everything rules may ask about one vault. The vault and its settings are always there; every other part may be unread. */
export type Evidence = {
  vault: Vault
  secrets: Observed<readonly VaultObject[]>
  keys: Observed<readonly VaultObject[]>
  certificates: Observed<readonly VaultObject[]>
  /** Every version of each object, in no order that means anything: newest is the greatest `createdAt`. */
  versions: Observed<PerObject<readonly ObjectVersion[]>>
  /** What keys and certificates do by themselves before they expire. */
  renewals: Observed<PerObject<Renewal>>
  /** Of keys and certificates. */
  keyMaterial: Observed<PerObject<KeyMaterial>>
  /** What earlier snapshots remember of the current version. */
  history: Observed<PerObject<ObjectHistory>>
  diagnostics: Observed<readonly DiagnosticSetting[]>
  /** Role assignments that reach the vault and let their holders read values in it. */
  valueRoles: Observed<readonly ValueRole[]>
  /** Event Grid system topics of the vault. */
  eventTopics: Observed<readonly EventTopic[]>
  accessLog: Observed<AccessLog>
}

/** The parts of the evidence that can be missing. */
export type EvidencePart = Exclude<keyof Evidence, 'vault'>

/** By `objectKey`. Such parts take one call per object, and each can fail on its own. */
export type PerObject<T> = ReadonlyMap<string, Observed<T>>

export type ObjectHistory = {
  seenFirstAt: Date
  /** The earliest expiry the current version was ever seen with; null when none was. */
  earliestExpiresAt: Date | null
}

/** Successful reads of one vault's objects over the window the log covers. */
export type AccessLog = {
  /** The log is known to be complete from here … */
  coveredFromAt: Date
  /** … to here. Rows arrive up to a day late, so this is not the instant of the snapshot. */
  coveredUntilAt: Date
  reads: readonly ObjectReads[]
}

export type ObjectReads = {
  kind: ObjectKind
  name: string
  callers: readonly { caller: string; calls: number; lastReadAt: Date }[]
}

/** What a part that is read object by object says about one object; an object it does not mention was not read. */
export function observedOf<T>(part: Observed<PerObject<T>>, object: ObjectRef): Observed<T> {
  const found = part.status === 'not' ? undefined : part.value.get(objectKey(object))
  if (found) return found
  return part.status === 'read'
    ? notRead('not-asked', `${object.kind} ${object.name} was not asked about`)
    : { status: 'not', reason: part.reason }
}
