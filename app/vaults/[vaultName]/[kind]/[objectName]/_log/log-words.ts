// How much of the window the log of the vault covers, in words: what it does not cover is never "no reads".
import { reasonText } from '#app/snapshots/gap-words.ts'
import { isoDate } from '#lib/format/date.ts'
import { count } from '#lib/format/number.ts'
import type { ObjectDay } from '#lib/queries/objects/list-object-days.ts'
import type { PartCoverage } from '#lib/queries/vaults/list-vault-coverage.ts'

export type LogCover = {
  /** The days of the window, and those of them the log covers. */
  days: number
  heard: number
  /** The first day of the window. */
  sinceOn: string
  /** Why the rest is not covered; one sentence. */
  reason: string
}

export function logCover(days: readonly Pick<ObjectDay, 'day' | 'heard'>[], log: PartCoverage | undefined): LogCover {
  const [first] = days
  return {
    days: days.length,
    heard: days.filter(({ heard }) => heard).length,
    sinceOn: first ? isoDate(first.day) : '',
    reason: log?.code
      ? reasonText(log.code)
      : log
        ? 'No row of the log of this vault has arrived for them.'
        : 'No snapshot has looked for the log of this vault.',
  }
}

/** "in the 31 days since 2026-10-24", or as many of them as are covered. */
export function coveredSpan({ days, heard, sinceOn }: LogCover): string {
  return heard === days
    ? `in the ${count(days)} days since ${sinceOn}`
    : `on the ${count(heard)} of ${count(days)} days since ${sinceOn} that the log covers`
}

/** What is missing, and why, to stand behind the words "Not covered"; null when nothing is. */
export function uncoveredText({ days, heard, sinceOn, reason }: LogCover): string | null {
  if (heard === days) return null
  return heard === 0
    ? `none of the ${count(days)} days since ${sinceOn}. ${reason}`
    : `${count(days - heard)} of the ${count(days)} days since ${sinceOn}. ${reason}`
}

/** Calls over the days that are covered; null when none is. "0.3", "12", "1,200". */
export function aDay(calls: number, { heard }: Pick<LogCover, 'heard'>): string | null {
  if (heard === 0) return null
  const each = calls / heard
  if (calls > 0 && each < 0.1) return 'under 0.1'
  return each < 10 ? String(Math.round(each * 10) / 10) : count(each)
}
