import type { Observed } from './observed.ts'
import type { DiagnosticSetting, Vault } from './vault.ts'
import type { ObjectKind, VaultObject } from './vault-object.ts'

/** Everything rules may ask about one vault. The vault and its settings are always there; every other part may be unread. */
export type Evidence = {
  vault: Vault
  secrets: Observed<readonly VaultObject[]>
  keys: Observed<readonly VaultObject[]>
  certificates: Observed<readonly VaultObject[]>
  diagnostics: Observed<readonly DiagnosticSetting[]>
  accessLog: Observed<AccessLog>
}

/** The parts of the evidence that can be missing. */
export type EvidencePart = Exclude<keyof Evidence, 'vault'>

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
