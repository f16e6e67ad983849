// What one run saw of one vault: the evidence for the rules, and the parts of it as the coverage ledger keeps them.
import type { DeletedObject } from '#lib/domain/deleted-object.ts'
import type { Evidence } from '#lib/domain/evidence.ts'
import type { Observed, Part } from '#lib/domain/observed.ts'
import type { ObjectRef, VaultObject } from '#lib/domain/vault-object.ts'
import type { DetailsRead } from './details/observe-details.ts'

export type ObservedVault = {
  evidence: Evidence
  deleted: Observed<readonly DeletedObject[]>
  /** Details that were read in this run; all others hold as they are remembered. */
  readNow: DetailsRead
  coverage: Readonly<Record<Part, Observed<unknown>>>
}

/** Every object that was seen, whichever list it came from. */
export const objectsSeen = ({ secrets, keys, certificates }: Pick<Evidence, 'secrets' | 'keys' | 'certificates'>) =>
  [secrets, keys, certificates].flatMap((list): readonly VaultObject[] => (list.status === 'not' ? [] : list.value))

/** Whether the absence of an object from its list proves that it is gone: only a list with every item does. */
export function absenceProves({ secrets, keys, certificates }: Evidence, { kind }: ObjectRef): boolean {
  const list = { secret: secrets, key: keys, certificate: certificates }[kind]
  return list.status === 'read' || (list.status === 'partly' && list.missing === 'fields')
}
