import { type Observed, read } from '#lib/domain/observed.ts'
import { describeUnread, unreadReason } from '../unread-reason.ts'

/** Reads one thing in one call, or says why not. `parse` gives null for an answer it cannot understand. */
export async function observeOne<T>(
  get: () => Promise<unknown>,
  parse: (answer: unknown) => T | null,
  about: string,
): Promise<Observed<T>> {
  try {
    const value = parse(await get())
    if (value !== null) return read(value)
    return { status: 'not', reason: describeUnread('malformed-answer', about, 'the answer has unexpected fields') }
  } catch (failure) {
    return { status: 'not', reason: unreadReason(failure, about) }
  }
}
