// What earlier snapshots remember of each object's current version, as evidence.
import type { Evidence, ObjectHistory } from '#lib/domain/evidence.ts'
import { type Observed, read } from '#lib/domain/observed.ts'
import { objectKey, type VaultObject } from '#lib/domain/vault-object.ts'
import type { Recalled } from '../memory/recall-vault.ts'

/** An object that comes back, recovered or with its vault, has the history it had; one nobody saw before is seen first `now`. */
export function rememberedHistory(objects: readonly VaultObject[], recalled: Recalled, now: Date): Evidence['history'] {
  const known = new Map([...recalled.left, ...recalled.objects].map((object) => [objectKey(object), object]))
  const history = new Map<string, Observed<ObjectHistory>>()
  for (const object of objects) {
    const before = known.get(objectKey(object))
    const isSameVersion = Date.parse(before?.createdAt ?? '') === object.createdAt.getTime()
    const earliest = (isSameVersion && before?.earliestExpiresAt) || null
    history.set(
      objectKey(object),
      read({
        seenFirstAt: before?.seenFirstAt ? new Date(before.seenFirstAt) : now,
        earliestExpiresAt: earliest === null ? null : new Date(earliest),
      }),
    )
  }
  return read(history)
}
