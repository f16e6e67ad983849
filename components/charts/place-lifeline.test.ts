import { expect, test } from 'vitest'
import { type LifelineQuestion, type LifelineVersion, placeLifeline } from './place-lifeline.ts'

const day = (text: string) => new Date(`${text}T00:00:00Z`)
const until = day('2026-11-23')
const made = (on: string, said: Partial<LifelineVersion> = {}): LifelineVersion => ({
  ...{ version: on.replaceAll('-', ''), createdAt: day(on), expiresAt: null, movedFromAt: null, enabled: true },
  ...said,
})
const place = (versions: LifelineVersion[], more: Partial<LifelineQuestion> = {}) => {
  const placed = placeLifeline({ versions, until, rotationDays: 60, ...more })
  if (!placed) throw new Error('nothing was placed')
  return placed
}

test('each version lasts until the next one was made, the current one until now', () => {
  const { rows, now } = place([made('2026-08-01'), made('2026-10-01')])
  expect(rows.map(({ createdAt, endsAt, isCurrent }) => [createdAt, endsAt, isCurrent])).toEqual([
    [day('2026-10-01'), until, true],
    [day('2026-08-01'), day('2026-10-01'), false],
  ])
  const [current, older] = rows
  expect((older?.bar.x ?? 0) + (older?.bar.width ?? 0)).toBeCloseTo(current?.bar.x ?? 0, 3)
  expect((current?.bar.x ?? 0) + (current?.bar.width ?? 0)).toBeCloseTo(now.x, 3)
})

test('the axis goes from the first creation to beyond the latest expiry', () => {
  const { from, to, rows } = place([made('2026-10-01', { expiresAt: day('2027-02-01') })])
  expect(from).toEqual(day('2026-10-01'))
  expect(to > day('2027-02-01')).toBe(true)
  expect(rows[0]?.expiry).toMatchObject({ beyond: null })
})

test('one version, made this very instant, without expiry and without a line, still has an axis', () => {
  const { from, to, rows } = place([made('2026-11-23')], { rotationDays: null })
  expect(to.getTime()).toBeGreaterThan(from.getTime())
  expect(rows).toMatchObject([{ bar: { width: 0 }, due: null, overdue: null, expiry: null, isCurrent: true }])
})

test('the day a version should have been rotated by divides its bar; in time there is nothing overdue', () => {
  const [current, older] = place([made('2026-08-01'), made('2026-11-01')]).rows
  expect(older?.due?.at).toEqual(day('2026-09-30'))
  expect(older?.overdue?.width).toBeGreaterThan(0)
  expect(current).toMatchObject({ due: { at: day('2026-12-31') }, overdue: null })
})

test('an older version that is still enabled goes on as a tail; a disabled one does not', () => {
  const [current, enabled, disabled] = place([
    made('2026-07-01', { enabled: false }),
    made('2026-08-01'),
    made('2026-11-01'),
  ]).rows
  expect(enabled?.tail?.width).toBeGreaterThan(0)
  expect([current?.tail, disabled?.tail]).toEqual([null, null])
})

test('versions of the same second share their time, and the newest of them are all current', () => {
  const twins = [made('2026-10-01', { version: 'a' }), made('2026-10-01', { version: 'b' })]
  const { rows } = place([made('2026-08-01'), ...twins])
  expect(rows.map(({ isCurrent }) => isCurrent)).toEqual([true, true, false])
  expect(rows[0]?.bar).toEqual(rows[1]?.bar)
})

test('an expiry before its own creation has a mark all the same', () => {
  const [row] = place([made('2026-11-01', { expiresAt: day('2026-10-20') })]).rows
  expect(row?.expiry).toMatchObject({ x: 0, beyond: null })
  expect(row?.bar.x).toBeGreaterThan(0)
})

test('what lies more than 400 days away stands at the edge and says so', () => {
  const [row] = place([made('2020-01-01', { expiresAt: day('2036-01-01'), movedFromAt: day('2021-01-01') })]).rows
  expect(row).toMatchObject({ bar: { x: 0 }, expiry: { x: 1, beyond: 'after' }, movedFrom: { x: 0, beyond: 'before' } })
})

test('of a hundred versions the newest have rows, and the others are counted', () => {
  const hundred = Array.from({ length: 100 }, (_, index) =>
    made('2026-11-20', { version: `${index}`, createdAt: new Date(day('2026-01-01').getTime() + index * 86_400_000) }),
  )
  const { rows, left, from } = place(hundred)
  expect([rows.length, left]).toEqual([12, 88])
  expect(rows[0]?.version).toBe('99')
  expect(from >= day('2026-03-01')).toBe(true)
})

test('what is not known is a stretch of its own, open at the beginning where nothing came before', () => {
  const { gaps, rows } = place([made('2026-10-01')], {
    gaps: [
      { from: null, to: day('2026-10-01') },
      { from: day('2026-11-13'), to: until },
      { from: until, to: until },
    ],
  })
  expect(gaps).toHaveLength(2)
  expect(gaps[0]?.x).toBe(0)
  expect(gaps[0]?.width).toBeCloseTo(rows[0]?.bar.x ?? 0, 3)
})

test('a version made in the future, by a clock that is ahead, has no width and breaks nothing', () => {
  expect(place([made('2026-11-30')]).rows).toMatchObject([{ isCurrent: true, bar: { width: 0 }, overdue: null }])
})

test('without any version there is nothing to place', () => {
  expect(placeLifeline({ versions: [], until, rotationDays: 60 })).toBeNull()
})
