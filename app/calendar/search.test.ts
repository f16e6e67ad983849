import { expect, test } from 'vitest'
import { everyEvent } from '#lib/queries/calendar/calendar-filter.ts'
import { asList, asMonth, calendarHref, readCalendarSearch, withCalendarFilter } from './search.ts'
import { spanOf } from './span-of.ts'

// In Kathmandu it is the first of December by now.
const at = new Date('2026-11-30T20:00:00Z')
const read = (params: Record<string, string | string[]> = {}) => readCalendarSearch(params, at)

test('without parameters it is the month of the day it is seen from, in UTC', () => {
  expect(read()).toEqual({
    ...{ today: '2026-11-30', view: 'month', span: { kind: 'month', month: '2026-11' } },
    ...{ filter: everyEvent, page: 1 },
  })
  expect(calendarHref(read(), null)).toBe('/calendar')
  expect(calendarHref(read(), '2026-11-30')).toBe('/calendar?asOf=2026-11-30')
})

test('a list is of what comes next, unless it names a month, a day or what is late', () => {
  expect(read({ view: 'list' }).span).toEqual({ kind: 'ahead' })
  expect(read({ view: 'list', month: '2026-12' }).span).toEqual({ kind: 'month', month: '2026-12' })
  expect(read({ day: '2026-12-14' })).toMatchObject({ view: 'list', span: { kind: 'day', day: '2026-12-14' } })
  expect(read({ when: 'overdue' })).toMatchObject({ view: 'list', span: { kind: 'overdue' } })
  expect(read({ view: 'month', day: '2026-12-14' }).span).toEqual({ kind: 'month', month: '2026-12' })
})

test('nonsense is as if it were not there', () => {
  expect(read({ view: 'year', month: '2026-13', day: '2026-02-30', when: 'never', page: '-1' })).toEqual({
    ...{ ...read(), view: 'list', span: { kind: 'ahead' } },
  })
  expect(read({ month: '9999-01' }).span).toEqual({ kind: 'month', month: '2026-11' })
  expect(read({ kind: 'vault,key', what: ['rotation', 'party'] }).filter).toMatchObject({
    ...{ kinds: ['key'], events: ['rotation'] },
  })
})

test.each([
  {},
  { view: 'list' },
  { view: 'list', month: '2026-11' },
  { month: '2027-02' },
  { view: 'list', day: '2026-12-14', what: 'expiry' },
  { view: 'list', when: 'overdue', page: '3' },
  {
    owner: 'Silva, Ana',
    environment: ['production', 'none'],
    subscription: ['a,b', 'c'],
    kind: ['key', 'certificate'],
  },
])('the address of %o leads back to it', (params) => {
  const search = read(params)
  const query = new URL(calendarHref(search, null), 'http://own.invalid').searchParams
  expect(read(Object.fromEntries([...query.keys()].map((name) => [name, query.getAll(name)])))).toEqual(search)
})

test('a narrower view begins at its first page, and keeps its part of the time', () => {
  const search = read({ view: 'list', when: 'overdue', page: '4' })
  expect(calendarHref(withCalendarFilter(search, { owner: 'ana' }), null)).toBe(
    '/calendar?view=list&when=overdue&owner=ana',
  )
})

test('a month and its list are the same days', () => {
  const day = read({ day: '2026-12-14' })
  expect(asMonth(day).span).toEqual({ kind: 'month', month: '2026-12' })
  expect(asList(asMonth(day)).span).toEqual({ kind: 'month', month: '2026-12' })
  expect(asMonth(read({ when: 'overdue' })).span).toEqual({ kind: 'month', month: '2026-11' })
})

test('spans are half-open and in UTC; what is late ends where what comes next begins', () => {
  const midnight = (text: string) => new Date(`${text}T00:00:00.000Z`)
  expect(spanOf({ kind: 'month', month: '2026-12' }, at)).toEqual({
    ...{ from: midnight('2026-12-01'), to: midnight('2027-01-01') },
  })
  expect(spanOf({ kind: 'day', day: '2026-12-31' }, at)).toEqual({
    ...{ from: midnight('2026-12-31'), to: midnight('2027-01-01') },
  })
  const ahead = spanOf({ kind: 'ahead' }, at)
  expect(spanOf({ kind: 'overdue' }, at)).toEqual({ from: null, to: ahead.from })
  expect(ahead.to).toEqual(midnight('2027-01-30'))
})
