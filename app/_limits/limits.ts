// What is limited, and how often a person may do it. The buckets are those of this process: docs/decisions/0023 says what that
// protects and what it does not.
import type { AppSettings } from '#lib/settings.ts'
import { type Buckets, createBuckets, type Rate } from './token-bucket.ts'

export const limitedThings = ['sign-in', 'file', 'change', 'run'] as const

export type Limited = (typeof limitedThings)[number]

/** Whoever takes every file there is, of every vault and object, does so once; a program that goes on is what the limit is for. */
const fileBurstMinutes = 20

/** Sign-ins and forms come a few at a time, except from a program. */
const burstMinutes = 2

/** As many sign-ins as this many addresses: a flood from everywhere must not spend what Entra lets Kempt ask. */
const addressesAtOnce = 10

export function rateOf(what: Limited | 'sign-in-everywhere', { limits }: Pick<AppSettings, 'limits'>): Rate {
  const minutely = (perMinute: number, minutes: number): Rate => ({ perMinute, burst: perMinute * minutes })
  switch (what) {
    case 'sign-in':
      return minutely(limits.signInsPerMinute, burstMinutes)
    case 'sign-in-everywhere':
      return minutely(limits.signInsPerMinute * addressesAtOnce, burstMinutes)
    case 'file':
      return minutely(limits.exportsPerMinute, fileBurstMinutes)
    case 'change':
      return minutely(limits.changesPerMinute, burstMinutes)
    case 'run':
      return { perMinute: limits.runsPerHour / 60, burst: limits.runsPerHour }
  }
}

// On globalThis: what guards requests and what renders pages are bundled apart, and each would have its own.
const kept = globalThis as typeof globalThis & { kemptBuckets?: Buckets }

/** 0, and it counts as done; or the seconds that `who` (an object id or an address) has to wait before doing it again. */
export function secondsToWait(what: Limited, who: string, settings: Pick<AppSettings, 'limits'>, now: Date): number {
  kept.kemptBuckets ??= createBuckets()
  const { take } = kept.kemptBuckets
  const wait = take(`${what} ${who}`, rateOf(what, settings), now)
  if (wait > 0 || what !== 'sign-in') return wait
  return take('sign-in everywhere', rateOf('sign-in-everywhere', settings), now)
}

const words: Record<Limited, string> = {
  'sign-in': 'There were too many sign-ins from this address',
  file: 'These were too many files in a short time',
  change: 'These were too many changes in a short time',
  run: 'These were too many snapshots by hand',
}

/** "These were too many files in a short time: try again in 12 seconds." */
export const tooOftenSentence = (what: Limited, seconds: number) => `${words[what]}: try again in ${waitText(seconds)}.`

function waitText(seconds: number): string {
  const [size, unit] = seconds < 120 ? [seconds, 'second'] : [Math.ceil(seconds / 60), 'minute']
  return `${size} ${unit}${size === 1 ? '' : 's'}`
}
