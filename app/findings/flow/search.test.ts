import { expect, test } from 'vitest'
import { everyEvent, flowHref, readFlowSearch, spanOf } from './search.ts'

const readHref = (href: string) => {
  const query = new URL(href, 'http://own.invalid').searchParams
  return readFlowSearch(Object.fromEntries([...query.keys()].map((name) => [name, query.getAll(name)])))
}

test('an empty address is the default view, and the other way round', () => {
  expect(readFlowSearch({})).toEqual(everyEvent)
  expect(flowHref(everyEvent, null)).toBe('/findings/flow')
})

test('every view has an address that leads back to it', () => {
  const href = '/findings/flow?days=2026-11-16..2026-11-23&what=fixed&severity=high&rule=secret-expired&page=2'
  expect(flowHref(readHref(href), null)).toBe(href)
})

test.each([
  '/findings/flow?days=2026-11-23..2026-11-16',
  '/findings/flow?days=2026-02-30..soon&what=gone&severity=worst&rule=x&page=-1',
])('nonsense is the default view: %s', (href) => {
  expect(readHref(href)).toEqual(everyEvent)
})

test('without days, twelve weeks are looked back on, from a Monday and up to the instant', () => {
  const from = new Date('2026-09-07T00:00:00Z')
  // A Wednesday, a Monday's first instant and a Sunday's last: all of one week.
  for (const at of ['2026-11-25T07:00:00Z', '2026-11-23T00:00:00Z', '2026-11-29T23:59:59Z']) {
    expect(spanOf(everyEvent, new Date(at))).toEqual({ from, to: null })
  }
})
