// Keys and certificates that are deleted now and then: by mistake, and recovered some days later, or with a clean-up, and
// purged at once where the vault allows it.
import { hourMs, type Rhythm, rhythmOf } from '../rhythm.ts'
import { fraction, type Seed } from '../seeded-random.ts'
import type { Absence } from './life.ts'

/** The rhythm they are made anew in, and when in it they are away. Null for all but `share` of them. */
export function mishapOf(seed: Seed, share: number, canBePurged: boolean): { rhythm: Rhythm; absence: Absence } | null {
  if (fraction(seed, 51) >= share) return null
  const hours = (least: number, most: number, salt: number) =>
    Math.floor(least + fraction(seed, salt) * (most - least)) * hourMs
  const afterMs = hours(25 * 24, 60 * 24, 52)
  return {
    rhythm: rhythmOf(seed, 115 + 20 * fraction(seed, 53), 5),
    absence:
      canBePurged && fraction(seed, 54) < 0.5
        ? { afterMs, forMs: hours(1, 60, 55), ends: 'purged' }
        : { afterMs, forMs: hours(4, 20 * 24, 55), ends: 'recovered' },
  }
}
