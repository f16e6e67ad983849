// How far an access log is known, as a person reads it.
import { dayCount } from '#lib/format/date.ts'
import type { LogGapRow, LogRow } from '#lib/queries/log/log-row.ts'
import type { LogState } from '#lib/queries/log/vault-logs.ts'

/** How far back missing days are looked for: no rule of Kempt judges by more. */
export const logDays = 90

export const logStateWords: Record<LogState, string> = {
  covered: 'Covered',
  gaps: 'Gaps',
  stale: 'Stale',
  silent: 'Silent',
  unread: 'Not read',
  'not-logged': 'Not logged',
}

export const logStateText: Record<LogState, string> = {
  covered: 'Every day since its first row is there.',
  gaps: 'It is read; some of it is missing.',
  stale: 'It is read, and nothing new was in it for more than two days.',
  silent: 'A setting sends it, and nothing ever arrived.',
  unread: 'It could not be read.',
  'not-logged': 'No setting sends it to a workspace.',
}

/** "2026-11-03 to 2026-11-05 (3 days)". */
export const gapText = ({ from, to, days }: LogGapRow) =>
  `${from === to ? from : `${from} to ${to}`} (${dayCount(days)})`

export const gapReason = ({ neverRead }: LogGapRow) =>
  neverRead
    ? 'never read: Kempt did not run for longer than the workspace keeps rows'
    : 'not a single row, not even of Kempt itself'

export const isRead = ({ state }: Pick<LogRow, 'state'>) => state === 'covered' || state === 'gaps' || state === 'stale'
