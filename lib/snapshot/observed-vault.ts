// What one run saw of one vault: the evidence for the rules, and the parts of it as the coverage ledger keeps them.
import type { Evidence } from '#lib/domain/evidence.ts'
import type { Observed, Part } from '#lib/domain/observed.ts'
import type { ObjectRef, ObjectVersion, VaultObject } from '#lib/domain/vault-object.ts'

export type ObservedVault = {
  evidence: Evidence
  /** Versions of the objects whose versions were read in this run, by `objectKey`. */
  versions: ReadonlyMap<string, readonly ObjectVersion[]>
  coverage: Readonly<Record<Part, Observed<unknown>>>
}

/** Every object that was seen, whichever list it came from. */
export const objectsSeen = ({ secrets, keys, certificates }: Evidence): VaultObject[] =>
  [secrets, keys, certificates].flatMap((list) => (list.status === 'not' ? [] : list.value))

/** Whether the absence of an object from its list proves that it is gone: only a list with every item does. */
export function absenceProves({ secrets, keys, certificates }: Evidence, { kind }: ObjectRef): boolean {
  const list = { secret: secrets, key: keys, certificate: certificates }[kind]
  return list.status === 'read' || (list.status === 'partly' && list.missing === 'fields')
}
