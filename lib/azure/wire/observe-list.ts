import { type Observed, partlyRead, read } from '#lib/domain/observed.ts'
import { describeUnread, unreadReason } from '../unread-reason.ts'

/**
 * Reads pages to their end, to `cap` items or to the first failure, and says which: what was seen before a failure is
 * kept. `parse` gives null for an item it cannot understand; such an item is missing, not silently left out. An item
 * seen on two pages (the list moved while it was read) counts once.
 */
export async function observeList<T>(
  pages: AsyncIterable<readonly unknown[]>,
  parse: (item: unknown) => T | null,
  { about, keyOf, cap = Number.POSITIVE_INFINITY }: { about: string; keyOf: (item: T) => string; cap?: number },
): Promise<Observed<T[]>> {
  const items = new Map<string, T>()
  let garbled = 0
  try {
    for await (const page of pages) {
      for (const raw of page) {
        const item = parse(raw)
        if (item === null) garbled += 1
        else if (items.size < cap || items.has(keyOf(item))) items.set(keyOf(item), item)
        else
          return partlyRead(
            [...items.values()],
            'items',
            describeUnread('not-asked', `all of ${about}`, `there are more than the ${cap} that are looked at`),
          )
      }
    }
  } catch (failure) {
    const reason = unreadReason(failure, about)
    return items.size > 0 ? partlyRead([...items.values()], 'items', reason) : { status: 'not', reason }
  }
  if (garbled === 0) return read([...items.values()])
  const reason = describeUnread('malformed-answer', `all of ${about}`, `${garbled} of its items cannot be understood`)
  return items.size > 0 ? partlyRead([...items.values()], 'items', reason) : { status: 'not', reason }
}
