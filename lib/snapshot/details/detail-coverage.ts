import { type Observed, partlyRead, read } from '#lib/domain/observed.ts'

/**
 * The ledger's line for a part that is read object by object: from the lists that name the objects, and from each of them.
 * A list that names every object, through whatever source, leaves the word to the objects.
 */
export function detailCoverage(
  lists: readonly Observed<unknown>[],
  objects: Iterable<Observed<unknown>>,
): Observed<unknown> {
  const each = [...objects]
  const brokenLists = lists.filter(
    (list) => list.status === 'not' || (list.status === 'partly' && list.missing === 'items'),
  )
  const reasons = [...brokenLists, ...each].flatMap((part) => (part.status === 'read' ? [] : [part.reason]))
  const [first] = reasons
  if (!first) return read(null)
  const isSomethingRead =
    each.length === 0 ? brokenLists.length < lists.length : each.some(({ status }) => status !== 'not')
  return isSomethingRead ? partlyRead(null, 'items', first) : { status: 'not', reason: first }
}
