// Lives in absolute time: whatever happens in the organization happens again and again, so that it looks alike at any
// instant and no state has to be carried from one instant to the next.
import { fraction, type Seed } from './seeded-random.ts'

export const hourMs = 3_600_000
export const dayMs = 24 * hourMs

/** Begins anew every `periodMs`, give or take `jitterMs` (less than half a period). */
export type Rhythm = { seed: Seed; periodMs: number; phaseMs: number; jitterMs: number }

/** When a generation begins, in whole seconds, as Key Vault keeps its times. */
export function beginningOf({ seed, periodMs, phaseMs, jitterMs }: Rhythm, generation: number): number {
  const jitter = (2 * fraction(seed, generation) - 1) * jitterMs
  return Math.floor((generation * periodMs + phaseMs + jitter) / 1000) * 1000
}

/** The generation that is running at an instant. */
export function generationAt(rhythm: Rhythm, at: number): number {
  const latest = Math.floor((at - rhythm.phaseMs + rhythm.jitterMs) / rhythm.periodMs)
  for (let generation = latest; ; generation--) if (beginningOf(rhythm, generation) <= at) return generation
}

/** A rhythm of `days`, give or take `jitterDays`, out of step with every other seed's. */
export function rhythmOf(seed: Seed, days: number, jitterDays: number): Rhythm {
  const periodMs = days * dayMs
  return { seed, periodMs, phaseMs: fraction(seed, -1) * periodMs, jitterMs: jitterDays * dayMs }
}

/** A stretch that comes back: `lasts` out of every `every` milliseconds, beginning on whole hours. */
export type Episode = { everyMs: number; lastsMs: number; phaseMs: number }

/** When the running stretch began, or null between two of them. */
export function runningSince({ everyMs, lastsMs, phaseMs }: Episode, at: number): number | null {
  const beganAt = Math.floor((at - phaseMs) / everyMs) * everyMs + phaseMs
  return at - beganAt < lastsMs ? beganAt : null
}
