// Where the versions of an object stand on one axis of time: when each was the current one, when it should have been rotated,
// when it expires. Pure, so that every odd case is tested without drawing.
import { addDays, dayMs } from '#lib/format/date.ts'
import { dateScale } from './scale.ts'

export type LifelineVersion = {
  /** Null: only its dates are known. */
  version: string | null
  createdAt: Date
  expiresAt: Date | null
  /** The earliest expiry it had, where its expiry was moved later. */
  movedFromAt: Date | null
  enabled: boolean
}

/** A stretch of which versions are not known; from the beginning of the axis where `from` is null. */
export type LifelineGap = { from: Date | null; to: Date }

/** `x` is a share of the width; `beyond` tells that the instant lies outside, on that side. */
export type Mark = { at: Date; x: number; beyond: 'before' | 'after' | null }

export type Stretch = { x: number; width: number }

export type LifelineRow = LifelineVersion & {
  isCurrent: boolean
  /** When a newer one was made, or until when it is known. */
  endsAt: Date
  bar: Stretch
  /** The part of the bar after the day it should have been rotated by. */
  overdue: Stretch | null
  /** From its end on: still enabled, so whoever names it gets it. */
  tail: Stretch | null
  due: Mark | null
  expiry: Mark | null
  movedFrom: Mark | null
}

export type PlacedLifeline = {
  from: Date
  to: Date
  /** The newest first. */
  rows: LifelineRow[]
  /** Versions that have no row: they were replaced before the axis begins, or are more than there is room for. */
  left: number
  gaps: Stretch[]
  now: Mark
}

export type LifelineQuestion = {
  versions: readonly LifelineVersion[]
  /** Until when the object is known: the instant looked at, or the one it was last there. */
  until: Date
  /** Age at which a version should be rotated; null where no rule asks for it. */
  rotationDays: number | null
  gaps?: readonly LifelineGap[]
}

/** As far as the axis goes back, and ahead of `until`. */
const mostDays = 400
const mostRows = 12
/** A version made today has a line too. */
const leastDays = 30
/** What is open at the beginning, and what comes last, keep this share of the axis free; an expiry has words beside it. */
const margin = 0.06
const marginOfWords = 0.2

/** Null when no version is known at all. */
export function placeLifeline({ versions, until, rotationDays, gaps = [] }: LifelineQuestion): PlacedLifeline | null {
  const lives = inTurn(versions, until)
  const firstDay = addDays(until, -mostDays)
  const shown = lives.filter(({ endsAt }) => endsAt >= firstDay).slice(0, mostRows)
  if (shown.length === 0) return null

  const dueOf = ({ createdAt }: LifelineVersion) => (rotationDays === null ? null : addDays(createdAt, rotationDays))
  const dates = shown
    .flatMap((one) => [one.createdAt, one.expiresAt, one.movedFromAt, dueOf(one), until])
    .flatMap((date) => (date ? [date.getTime()] : []))
  const first = Math.max(Math.min(...dates), firstDay.getTime())
  const last = Math.min(Math.max(...dates), addDays(until, mostDays).getTime())
  const span = Math.max(last - first, leastDays * dayMs)
  const isOpen = gaps.some((gap) => gap.from === null)
  const from = new Date(last - span - (isOpen ? span * margin : 0))
  const endsInWords = shown.some(({ expiresAt }) => expiresAt && expiresAt.getTime() === last)
  const to = new Date(last + span * (endsInWords ? marginOfWords : margin))

  const share = dateScale(from, to).share
  const clamped = (at: Date) => round(Math.min(1, Math.max(0, share(at))))
  const mark = (at: Date | null): Mark | null =>
    at && { at, x: clamped(at), beyond: at < from ? 'before' : at > to ? 'after' : null }
  const stretch = (start: Date, end: Date): Stretch => {
    const x = clamped(start)
    return { x, width: round(Math.max(0, clamped(end) - x)) }
  }
  return {
    from,
    to,
    rows: shown.map((one) => {
      const due = dueOf(one)
      const { isCurrent, enabled, createdAt, endsAt } = one
      return {
        ...one,
        bar: stretch(createdAt, endsAt),
        overdue: due && due < endsAt ? stretch(due, endsAt) : null,
        tail: enabled && !isCurrent && endsAt < until ? stretch(endsAt, until) : null,
        due: mark(due),
        expiry: mark(one.expiresAt),
        movedFrom: mark(one.movedFromAt),
      }
    }),
    left: lives.length - shown.length,
    gaps: gaps.map((gap) => stretch(gap.from ?? from, gap.to)).filter(({ width }) => width > 0),
    now: { at: until, x: clamped(until), beyond: null },
  }
}

/**
 * The newest first, each with the instant the next newer one was made. Those made in the same second have the same
 * successor; the newest of them are all current, for nothing tells which of them callers get.
 */
function inTurn(versions: readonly LifelineVersion[], until: Date) {
  const instants = [...new Set(versions.map(({ createdAt }) => createdAt.getTime()))].sort((one, other) => one - other)
  return versions
    .map((version) => {
      const replacedAt = instants.find((instant) => instant > version.createdAt.getTime())
      // Azure's clock may be ahead of the one that looks.
      const endsAt = new Date(replacedAt ?? Math.max(until.getTime(), version.createdAt.getTime()))
      return { ...version, endsAt, isCurrent: replacedAt === undefined }
    })
    .sort(
      (one, other) =>
        other.createdAt.getTime() - one.createdAt.getTime() || (one.version ?? '').localeCompare(other.version ?? ''),
    )
}

const round = (share: number) => Math.round(share * 10_000) / 10_000
