// What memory holds about one object of a vault, found by the object.
import { type ObjectRef, objectKey, type VaultObject } from '#lib/domain/vault-object.ts'
import type { Recalled, RecalledDetail, RecalledObject, RecalledVerdict, RecalledVersion } from './recall-vault.ts'

export type RecalledAbout = {
  /** Null: it was not there when the vault was last read. */
  state: RecalledObject | null
  versions: readonly RecalledVersion[]
  detail: RecalledDetail | null
  verdicts: readonly RecalledVerdict[]
}

/** Whether the current version is the one memory knows. */
export const isSameVersion = ({ state }: RecalledAbout, object: VaultObject) =>
  state !== null && Date.parse(state.createdAt) === object.createdAt.getTime()

/** Sorts what is remembered of a vault once, so that each object is answered for at once. */
export function recalledAbout(recalled: Recalled): (object: ObjectRef) => RecalledAbout {
  const states = new Map(recalled.objects.map((state) => [objectKey(state), state]))
  const versions = Map.groupBy(recalled.versions, ({ objectId }) => objectId)
  const details = new Map(recalled.details.map((detail) => [detail.objectId, detail]))
  const verdicts = Map.groupBy(recalled.verdicts, ({ objectId }) => objectId)
  return (object) => {
    const state = states.get(objectKey(object)) ?? null
    if (!state) return { state, versions: [], detail: null, verdicts: [] }
    return {
      state,
      versions: versions.get(state.objectId) ?? [],
      detail: details.get(state.objectId) ?? null,
      verdicts: verdicts.get(state.objectId) ?? [],
    }
  }
}
