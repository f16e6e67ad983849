import { expect, test } from 'vitest'
import { defaultSearch, findingsHref, readFindingsSearch, withFilter } from './search.ts'

const readHref = (href: string) => {
  const query = new URL(href, 'http://own.invalid').searchParams
  return readFindingsSearch(Object.fromEntries([...query.keys()].map((name) => [name, query.getAll(name)])))
}

test('no parameter is the default view, and the default view needs no parameter', () => {
  expect(readFindingsSearch({})).toEqual(defaultSearch)
  expect(findingsHref(defaultSearch, null)).toBe('/findings')
})

test('nonsense is the default view', () => {
  expect(
    readFindingsSearch({
      status: 'broken',
      rule: "' or 1=1 --",
      severity: 'catastrophic',
      area: '__proto__',
      kind: 'cat',
      read: 'maybe',
      expires: '2026-02-30..soon',
      age: '60..30',
      sort: 'drop table',
      dir: 'sideways',
      size: '5000',
      page: '-1',
      row: 'o1 or 1=1',
      tag: '=x',
      enabled: '1',
      group: 'owner',
      q: '   ',
    }),
  ).toEqual(defaultSearch)
})

test.each([
  '/findings?status=unknown&rule=secret-expired&severity=critical&severity=high',
  '/findings?asOf=2026-11-01&area=rotation&kind=vault&subscription=Retail%2C+Europe&environment=none&owner=none&vault=kv-shop&enabled=no',
  '/findings?tag=Team%3Da%3Db&read=not-covered&expires=2026-11-23..2026-11-30&age=60..&q=pay',
  '/findings?tag=Team&expires=..2026-11-30&age=..30&group=vault&sort=expires&dir=desc&size=100&page=7&row=o12',
  '/findings?status=waived&vault=kv-shop&group=finding',
  '/findings?dir=asc',
  '/findings?severity=high&columns=name&columns=risk&columns=since&sort=expires',
])('an address comes back as it was: %s', (href) => {
  const asOf = new URL(href, 'http://own.invalid').searchParams.get('asOf')
  expect(findingsHref(readHref(href), asOf)).toBe(href)
})

test('what is waived is a way to look at the list, as what fails is', () => {
  expect(readHref('/findings?status=waived').filter.status).toBe('waived')
  expect(findingsHref(withFilter(defaultSearch, { status: 'waived', owner: 'ana' }), null)).toBe(
    '/findings?status=waived&owner=ana',
  )
})

test('the form sends the ends of a range apart, and the address joins them', () => {
  const search = readFindingsSearch({ expiresFrom: '2026-11-23', expiresTo: '2026-11-30', ageFrom: '60', ageTo: '' })
  expect(findingsHref(search, null)).toBe('/findings?expires=2026-11-23..2026-11-30&age=60..')
})

test('another filter begins at the first page with no row open', () => {
  const search = readHref('/findings?page=4&row=o12&sort=name')
  expect(findingsHref(withFilter(search, { owner: 'ana' }), null)).toBe('/findings?owner=ana&sort=name')
})

test('an export has the same parameters under its own path', () => {
  expect(findingsHref(readHref('/findings?rule=secret-expired'), '2026-11-01', '/findings/export.csv')).toBe(
    '/findings/export.csv?asOf=2026-11-01&rule=secret-expired',
  )
})
