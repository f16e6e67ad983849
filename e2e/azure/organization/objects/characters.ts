// How people treat their secrets. The shares make the estate look alike at any instant: about three in five rotated in
// time, one in eight without expiry, one in twenty expired.
import { dayMs, type Rhythm, rhythmOf } from '../rhythm.ts'
import { createRandom, fraction, type Random, type Seed, seedOf } from '../seeded-random.ts'
import { type Absence, blockFor, type LifePlan } from './life.ts'

export type Character =
  | 'well'
  | 'slow'
  | 'never'
  | 'late'
  | 'extended'
  | 'disabled'
  | 'passing'
  | 'recovered'
  | 'unlimited'

type Temper = Omit<LifePlan, 'contentType' | 'tags'>

/** Share of each character but 'well', when a team is neither better nor worse than others. */
const failings: [Character, number][] = [
  ['slow', 0.28],
  ['never', 0.14],
  ['late', 0.165],
  ['extended', 0.05],
  ['disabled', 0.035],
  ['passing', 0.02],
  ['recovered', 0.02],
  ['unlimited', 0.025],
]

/** `discipline` above one makes every failing rarer, below one more frequent. */
export function characterOf(place: number, discipline: number): Character {
  let upTo = 0
  for (const [character, share] of failings) {
    upTo += share / discipline
    if (place < upTo) return character
  }
  return 'well'
}

/** Between 0.75 and 1.45, so that owners differ. */
export const disciplineOf = (seed: string, team: string) => 0.75 + 0.7 * fraction(seedOf(seed, 'discipline', team), 0)

export type Recovery = {
  /** How long what is deleted can be recovered. */
  retentionDays: number
  /** Whether the vault never has purge protection. */
  canBePurged: boolean
}

/** What a character does to a life; `team` sets the beat of those who rotate all at once, in campaigns. */
export function temperOf(character: Character, seed: Seed, team: Seed, recovery: Recovery): Temper {
  const { retentionDays } = recovery
  const random = createRandom(seed)
  const rhythm = rhythmFor(character, seed, team, random, retentionDays)
  const keepsOld = random.chance(0.45)
  const plain: Temper = {
    seed,
    rhythm,
    block: blockFor(rhythm),
    validityMs: null,
    hasStart: random.chance(0.15),
    keepsOld,
    graceMs: Math.floor(random.between(0.5, 5) * 86_400) * 1000,
    disabledAfterMs: null,
    extension: null,
    absence: null,
  }
  const days = (least: number, most: number) => Math.floor(random.between(least, most) * 24) * 3_600_000

  switch (character) {
    case 'well':
      return { ...plain, validityMs: random.chance(0.68) ? 90 * dayMs : random.chance(0.8) ? 60 * dayMs : 180 * dayMs }
    case 'unlimited':
      return plain
    case 'slow':
      return { ...plain, validityMs: rhythm.periodMs + days(35, 90) }
    case 'never':
      return { ...plain, block: null, validityMs: random.chance(0.12) ? 1095 * dayMs : null }
    case 'late':
      return { ...plain, validityMs: rhythm.periodMs - days(12, 42) }
    case 'extended':
      return {
        ...plain,
        block: null,
        validityMs: 70 * dayMs,
        extension: { everyMs: days(60, 80), leadMs: days(3, 14) },
      }
    case 'disabled':
      return {
        ...plain,
        block: null,
        validityMs: random.chance(0.7) ? 365 * dayMs : null,
        disabledAfterMs: days(20, 70),
      }
    case 'passing':
      return {
        ...plain,
        block: null,
        validityMs: 90 * dayMs,
        absence: farewell(days(40, 90), recovery, random.chance(0.5) ? days(0.1, 5) : null),
      }
    case 'recovered':
      return {
        ...plain,
        block: null,
        validityMs: 180 * dayMs,
        absence: { afterMs: days(25, 60), forMs: days(3, 20), ends: 'recovered' },
      }
  }
}

/** Whoever tidies up purges as well, where nothing forbids it: `tidiedAfterMs` later. */
function farewell(afterMs: number, { retentionDays, canBePurged }: Recovery, tidiedAfterMs: number | null): Absence {
  return canBePurged && tidiedAfterMs !== null
    ? { afterMs, forMs: tidiedAfterMs, ends: 'purged' }
    : { afterMs, forMs: retentionDays * dayMs, ends: 'lapsed' }
}

function rhythmFor(character: Character, seed: Seed, team: Seed, random: Random, retentionDays: number): Rhythm {
  switch (character) {
    case 'well':
    case 'unlimited':
      return rhythmOf(seed, random.between(33, 46), 3.5)
    case 'slow': {
      const beat = rhythmOf(team, 115 + 35 * fraction(team, 1), 20)
      return { ...beat, seed }
    }
    case 'late':
      return rhythmOf(seed, random.between(70, 105), 4)
    case 'never':
      return rhythmOf(seed, random.between(420, 900), 30)
    case 'extended':
      return rhythmOf(seed, random.between(220, 420), 20)
    case 'disabled':
      return rhythmOf(seed, random.between(300, 600), 20)
    case 'passing':
      // Long enough to be purged before it comes back.
      return rhythmOf(seed, 110 + retentionDays + random.between(0, 20), 4)
    case 'recovered':
      return rhythmOf(seed, random.between(110, 150), 5)
  }
}
