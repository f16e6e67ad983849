import { expect, test } from 'vitest'
import { callerChips } from './chips.ts'
import { callerColumns, callerExport } from './export-rows.ts'
import { callerHref, callersHref, defaultCallersSearch, readCallersSearch, withoutCallerFilters } from './search.ts'
import { callerName } from './words.ts'

const readHref = (href: string) => {
  const query = new URL(href, 'http://own.invalid').searchParams
  return readCallersSearch(Object.fromEntries([...query.keys()].map((name) => [name, query.getAll(name)])))
}

test('no parameter is the default view, and nonsense is none', () => {
  expect(readCallersSearch({})).toEqual(defaultCallersSearch)
  expect(callersHref(defaultCallersSearch, null)).toBe('/callers')
  expect(
    readCallersSearch({
      q: ' ',
      kind: 'robot',
      only: 'evil',
      vault: '\0',
      sort: 'identity; drop',
      dir: 'up',
      page: '0',
      columns: '__proto__',
    }),
  ).toEqual(defaultCallersSearch)
})

test.each([
  '/callers?q=shop&kind=application&kind=managed-identity&vault=kv-shop&only=denied&only=not-caching',
  '/callers?asOf=2026-11-01&sort=last&dir=asc&page=2',
  '/callers?sort=name',
  '/callers?columns=name&columns=denied&columns=last&page=2',
  '/callers?dir=asc',
])('an address comes back as it was: %s', (href) => {
  expect(callersHref(readHref(href), new URL(href, 'http://own.invalid').searchParams.get('asOf'))).toBe(href)
})

test('filters read like words, and clearing them keeps the order', () => {
  const search = readHref('/callers?q=app&kind=user&kind=unknown&vault=kv&only=throttled&only=old-versions&sort=name')
  expect(callerChips(search, null)).toEqual([
    { label: 'Name or identity holds “app”', clearHref: expect.not.stringContaining('q=') },
    { label: 'Kind: person or not named in the log', clearHref: expect.not.stringContaining('kind=') },
    { label: 'Calls to vaults named “kv”', clearHref: expect.not.stringContaining('vault=') },
    { label: 'Only: throttled or pinned to old versions', clearHref: expect.not.stringContaining('only=') },
  ])
  expect(callersHref(withoutCallerFilters(search), null)).toBe('/callers?sort=name')
})

test('a caller is at its identity, whatever the log writes there', () => {
  expect(callerHref('00000000-0000-4000-8000-000000000001', '2026-11-01')).toBe(
    '/callers/00000000-0000-4000-8000-000000000001?asOf=2026-11-01',
  )
  expect(callerHref('a/b?c', null)).toBe('/callers/a%2Fb%3Fc')
})

test('a caller without a name is called by its identity, and nobody is called nobody', () => {
  expect(callerName({ kind: 'application', name: '', identity: 'app-1' })).toBe('app-1')
  expect(callerName({ kind: 'unknown', name: '', identity: 'unknown' })).toBe('not named in the log')
})

test('a row of the file has exactly the columns of its header', () => {
  const at = new Date('2026-11-23T06:00:00Z')
  const row = callerExport({
    ...{ callerId: 1, identity: 'oid', name: 'web', kind: 'managed-identity', applicationId: 'app' },
    ...{ resourceId: '/x/providers/microsoft.web/sites/web', hostId: null },
    ...{ objects: 2, vaults: 1, reads: 30, readDays: 3, denied: 0, throttled: 0, addresses: 2, oldVersions: 0 },
    ...{ needless: 4, busyWindows: 1, firstAt: at, lastAt: at },
  })
  expect(Object.keys(row)).toEqual(callerColumns)
  expect(row).toMatchObject({ attached_to: 'web app web', first_seen_at: '2026-11-23T06:00:00.000Z' })
})
