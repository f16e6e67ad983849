// What a lifeline says in words: beside its rows, on hover, and to people who cannot see it.
import { dayCount, daysBetween, isoDate, utcInstant } from '#lib/format/date.ts'
import { count } from '#lib/format/number.ts'
import { shortVersion } from '#lib/format/short-version.ts'
import type { LifelineRow, PlacedLifeline } from './place-lifeline.ts'

/** The first eight digits, as rules name versions; the instant it was made where its id is not known. */
export const nameOf = ({ version, createdAt }: Pick<LifelineRow, 'version' | 'createdAt'>) =>
  version === null ? `made ${isoDate(createdAt)}` : shortVersion(version)

/** Names may be alike; of two versions without an id the dates differ. */
export const keyOf = ({ version, createdAt }: Pick<LifelineRow, 'version' | 'createdAt'>) =>
  version ?? createdAt.toISOString()

export const stateOf = ({ isCurrent, enabled }: LifelineRow) =>
  [isCurrent && 'current', enabled ? (isCurrent ? false : 'older, enabled') : 'disabled'].filter(Boolean).join(', ')

export const expiryText = ({ expiresAt, movedFromAt }: LifelineRow, now: Date) =>
  expiresAt ? `${expiresAt <= now ? 'expired' : 'expires'} ${isoDate(expiresAt)}${movedFromAt ? ', moved' : ''}` : ''

export const tableHead = [
  'Version',
  'State',
  'Made',
  'Current until',
  'To be rotated by',
  'Expires',
  'Expiry moved from',
]

export const tableRow = (row: LifelineRow, now: Date, nowLabel: string): string[] => [
  row.version ?? `made ${utcInstant(row.createdAt)}`,
  row.version === null ? `${stateOf(row)}, id not known` : stateOf(row),
  utcInstant(row.createdAt),
  row.isCurrent ? nowLabel : utcInstant(row.endsAt),
  row.due ? `${isoDate(row.due.at)}${row.overdue ? ', not kept' : ''}` : 'no rule',
  row.expiresAt ? expiryText({ ...row, movedFromAt: null }, now) : 'never',
  row.movedFromAt ? isoDate(row.movedFromAt) : '',
]

/** All of it in one sentence. */
export function summaryOf(label: string, { rows, left, now, gaps }: PlacedLifeline): string {
  const [current] = rows
  const versions = rows.length + left
  return [
    `${label}: ${count(versions)} ${versions === 1 ? 'version' : 'versions'}`,
    current &&
      `the current one made on ${isoDate(current.createdAt)}, ${dayCount(Math.max(0, daysBetween(current.createdAt, now.at)))} ago`,
    current && (current.expiresAt ? expiryText(current, now.at) : 'never expires'),
    current?.overdue && 'overdue for rotation',
    gaps.length > 0 && 'some versions not read',
  ]
    .filter(Boolean)
    .join('; ')
}
