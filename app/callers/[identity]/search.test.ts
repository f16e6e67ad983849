import { expect, test } from 'vitest'
import { callerReadColumns, callerReadExport } from './export-rows.ts'
import { callerReadsHref, defaultCallerSearch, identityIn, readCallerSearch } from './search.ts'

const readHref = (href: string) =>
  readCallerSearch(Object.fromEntries(new URL(href, 'http://own.invalid').searchParams))

test('no parameter is the default view, and nonsense is none', () => {
  expect(readCallerSearch({})).toEqual(defaultCallerSearch)
  expect(readCallerSearch({ sort: 'identity', dir: 'up', page: '-1' })).toEqual(defaultCallerSearch)
})

test.each([
  '/callers/oid?asOf=2026-11-01&sort=needless&dir=asc&page=2#reads',
  '/callers/oid?sort=name#reads',
  '/callers/oid?dir=asc#reads',
  '/callers/oid#reads',
])('an address comes back as it was: %s', (href) => {
  const asOf = new URL(href, 'http://own.invalid').searchParams.get('asOf')
  expect(callerReadsHref('oid', readHref(href), asOf)).toBe(href)
})

test('a file is beside the page, in the same order', () => {
  expect(callerReadsHref('a/b', { ...defaultCallerSearch, sort: 'name', direction: 'asc' }, null, 'export.csv')).toBe(
    '/callers/a%2Fb/export.csv?sort=name',
  )
})

test('an identity is what the address says once unescaped, and what cannot be one is none', () => {
  expect(identityIn('a%2Fb%3Fc')).toBe('a/b?c')
  expect(['%', '%00', '%ff', 'x'.repeat(301)].map(identityIn)).toEqual([null, null, null, null])
})

test('a row of the file has exactly the columns of its header, and every version', () => {
  const at = new Date('2026-11-23T06:00:00Z')
  const row = callerReadExport({
    ...{ vault: 'kv-shop', kind: 'secret', name: 'stripe', stands: true, reads: 9, readDays: 3, lastReadAt: at },
    versions: [
      { version: 'b', firstReadAt: at, lastReadAt: at, createdAt: at },
      { version: '', firstReadAt: at, lastReadAt: at, createdAt: null },
    ],
    following: { how: 'pinned', versions: ['a'] },
    caching: { reads: 8, needless: 6, most: 4 },
  })
  expect(Object.keys(row)).toEqual(callerReadColumns)
  expect(row).toMatchObject({
    follows_rotations: 'pinned',
    older_versions_named: 'a',
    versions_read: 'b last 2026-11-23; not named last 2026-11-23',
    needless_reads_7_days: 6,
  })
})
