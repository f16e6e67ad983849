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
  /** Remembered: what Kempt itself did that the log must show. */
  ownCalls: Observed<OwnCalls>
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

/** What the log of one vault says, as far as it reaches back (UTC throughout). Calls of Kempt itself are in none of the lists. */
export type AccessLog = {
  /** The log is known to be complete from here, except on `silentDays` … */
  coveredFromAt: Date
  /** … to here. Rows arrive up to a day late, so the last two days prove no silence. */
  coveredUntilAt: Date
  /** Days (midnight) in between of which not one row of the vault ever arrived, from anybody: nothing is known of them. */
  silentDays: readonly Date[]
  /** The latest row of all, and the latest of Kempt's own calls; null when none of those arrived, or Kempt cannot tell them apart. */
  lastRowAt: Date
  lastOwnCallAt: Date | null
  reads: readonly ObjectReads[]
  /** The latest successful read of which the log does not say what was read: no object can be called unread since. Null: none. */
  unnamedReadAt: Date | null
  /** Refused calls by caller and day (midnight), over the vault and everything in it. */
  denials: readonly { caller: string; day: Date; calls: number }[]
  /** Calls that were throttled (429), by day. */
  throttles: readonly { day: Date; calls: number; callers: readonly string[] }[]
  /** Objects that were backed up with success, and when last. */
  backups: readonly { kind: ObjectKind; name: string; lastAt: Date }[]
}

/** Who read one object with success. */
export type ObjectReads = {
  kind: ObjectKind
  /** As the log writes it: compare by `objectKey`. */
  name: string
  callers: readonly CallerReads[]
}

export type CallerReads = {
  /** A name for people. Two callers may have one name: they are two entries. */
  caller: string
  calls: number
  lastReadAt: Date
  /** Which versions, by their ids; '' stands for reads that named none. */
  versions: readonly { version: string; lastReadAt: Date }[]
  /** Windows of eight hours (from 00, 08 and 16 UTC) by the address they came from, those with more than one read only. */
  windows: readonly { address: string; startsAt: Date; reads: number }[]
}

/** Kempt's own calls to a vault's data plane, which its audit log has to show. */
export type OwnCalls = {
  /**
   * When the vault last answered Kempt's lists in a snapshot that is older than rows take to arrive, while a diagnostic
   * setting for its audit log was in place; null when no snapshot is.
   */
  madeAt: Date | null
}

/** What a part that is read object by object says about one object; an object it does not mention was not read. */
export function observedOf<T>(part: Observed<PerObject<T>>, object: ObjectRef): Observed<T> {
  const found = part.status === 'not' ? undefined : part.value.get(objectKey(object))
  if (found) return found
  return part.status === 'read'
    ? notRead('not-asked', `${object.kind} ${object.name} was not asked about`)
    : { status: 'not', reason: part.reason }
}
