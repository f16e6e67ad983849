// Whose turn is it? What costs a call per object is read again in turns: spread evenly over a period, never all at once, and
// the same whichever process asks.
import { createHash } from 'node:crypto'

/**
 * Whether a turn of `subject` falls into (after, until]. It has one in every `periodMs`, always at the same place of the
 * period. With nothing before (`after` null) it is everybody's turn.
 */
export function itsTurn(
  subject: string,
  { periodMs, after, until }: { periodMs: number; after: Date | null; until: Date },
): boolean {
  if (after === null) return true
  const offsetMs = Math.floor(placeOf(subject) * periodMs)
  const turnsUpTo = (instant: Date) => Math.floor((instant.getTime() - offsetMs) / periodMs)
  return turnsUpTo(until) > turnsUpTo(after)
}

/** A number from 0 up to 1, from the name alone. A weaker hash would put names that differ in one digit side by side. */
const placeOf = (subject: string) => createHash('sha256').update(subject).digest().readUInt32BE() / 2 ** 32
