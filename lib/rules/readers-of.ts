import type { AccessLog, CallerReads } from '#lib/domain/evidence.ts'
import { type ObjectRef, objectKey } from '#lib/domain/vault-object.ts'

/** Everybody who read an object, as the log tells it, under whatever spelling of its name. */
export function readersOf({ reads }: AccessLog, object: ObjectRef): readonly CallerReads[] {
  const known = indexed.get(reads) ?? byObject(reads)
  indexed.set(reads, known)
  return known.get(objectKey(object)) ?? []
}

// Several rules ask about each of a vault's objects: going through all reads each time would take the square of their number.
const indexed = new WeakMap<AccessLog['reads'], ReadonlyMap<string, readonly CallerReads[]>>()

function byObject(reads: AccessLog['reads']): ReadonlyMap<string, readonly CallerReads[]> {
  const found = new Map<string, CallerReads[]>()
  for (const { callers, ...object } of reads) {
    const key = objectKey(object)
    found.set(key, [...(found.get(key) ?? []), ...callers])
  }
  return found
}
