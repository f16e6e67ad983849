// How often an object is read, and by whom: a habit of the application, the same every day.
import type { ObjectPlan } from '../objects/plan-objects.ts'
import { dayMs, hourMs } from '../rhythm.ts'
import { fraction, mix, type Seed } from '../seeded-random.ts'

export type Habit =
  | { kind: 'never' }
  /** At deployments and restarts, on working days. */
  | { kind: 'startup' }
  /** Kept in memory and asked for again after so long, round the clock. */
  | { kind: 'regular'; everyMs: number }

/** `busyEveryMs` is set for the one secret of a vault whose reader keeps nothing in memory. */
export function habitOf({ kind, managed, character, life }: ObjectPlan, busyEveryMs: number | null): Habit {
  if (busyEveryMs !== null) return { kind: 'regular', everyMs: busyEveryMs }
  const place = fraction(life.seed, 31)
  if (kind === 'certificate') return place < 0.4 ? { kind: 'startup' } : { kind: 'never' }
  if (kind === 'key')
    return managed || place < 0.3
      ? { kind: 'never' }
      : { kind: 'regular', everyMs: place < 0.5 ? 3 * hourMs : 6 * hourMs }
  // A gateway looks for a renewed certificate every four hours.
  if (managed) return place < 0.5 ? { kind: 'regular', everyMs: 4 * hourMs } : { kind: 'startup' }
  if (character === 'disabled') return place < 0.15 ? { kind: 'startup' } : { kind: 'never' }
  if (readsOnAfterExpiry(life.seed, character)) return { kind: 'regular', everyMs: 8 * hourMs }
  if (place < 0.18) return { kind: 'never' }
  if (place < 0.66) return { kind: 'startup' }
  return { kind: 'regular', everyMs: place < 0.97 ? 8 * hourMs : 2 * hourMs }
}

/** A handful of secrets is read on although expired: Key Vault does not stop it. The others' readers have moved on. */
export const readsOnAfterExpiry = (seed: Seed, character: ObjectPlan['character']) =>
  character === 'late' && fraction(seed, 34) < 0.09

/** One in twenty readers names a version and stays with it after the rotation. */
export const isPinned = (seed: Seed) => fraction(seed, 33) < 0.05

/** Of an application in several instances: one secret in four is needed by each of them, the others by the first alone. */
export const isReadByAll = ({ kind, life }: ObjectPlan) => kind !== 'key' && fraction(life.seed, 38) < 0.25

/** The instants of the day at which it is read; instances but the first (0) keep to the same habit at their own times. */
export function readingTimes(habit: Habit, seed: Seed, dayAt: number, isWorkday: boolean, instance = 0): number[] {
  if (instance > 0 && habit.kind === 'regular') {
    const own = { high: mix(seed.high, instance), low: mix(seed.low, instance) }
    return readingTimes(habit, own, dayAt, isWorkday)
  }
  // A deployment goes from one instance to the next.
  if (instance > 0) return readingTimes(habit, seed, dayAt, isWorkday).map((at) => at + instance * 11_700)
  const day = dayAt / dayMs
  if (habit.kind === 'never') return []
  if (habit.kind === 'startup') {
    const place = fraction(seed, mix(day, 1))
    if (!isWorkday || place > 0.5) return []
    const first = dayAt + Math.floor((6.5 + 20 * place) * hourMs)
    return place < 0.18 ? [first, first + 3_140 + Math.floor(place * 5_000_000)] : [first]
  }
  const offset = Math.floor(fraction(seed, 35) * habit.everyMs)
  const times: number[] = []
  for (let at = dayAt + offset, number = 0; at < dayAt + dayMs; at += habit.everyMs, number++)
    times.push(at + (mix(seed.low + day, number) % 997))
  return times
}

/** Some vaults have a reader that asks each time it needs the value: every minute, every third, every tenth. */
export function busyEvery(slot: number): number | null {
  if (slot % 30 === 7) return 60_000
  if (slot % 30 === 19) return 180_000
  return slot % 9 === 4 ? 600_000 : null
}
