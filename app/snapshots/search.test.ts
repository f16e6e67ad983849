import { expect, test } from 'vitest'
import { hrefOf, logFileHref, logHrefOf, readSearch, type SnapshotsSearch } from './search.ts'

const plain = { coverage: null, reason: null, page: 1, runs: 1, log: null, logPage: 1, asOf: null }

test('an empty address is the default view, and the other way round', () => {
  expect(readSearch({}, { asOf: null })).toEqual(plain)
  expect(hrefOf(plain)).toBe('/snapshots')
})

test('every view has an address that leads back to it', () => {
  const search: SnapshotsSearch = {
    ...{ coverage: 'partly', reason: 'forbidden-by-firewall', page: 3, runs: 2 },
    ...{ log: 'gaps', logPage: 4, asOf: '2026-11-01' },
  }
  const query = Object.fromEntries(new URL(hrefOf(search), 'http://own.invalid').searchParams)
  expect(readSearch(query, { asOf: '2026-11-01' })).toEqual(search)
})

test.each([
  { coverage: 'read' },
  { coverage: ['nonsense', 'not'] },
  { reason: 'because' },
  { page: '0', runs: '-1' },
  { log: 'all', logPage: '0' },
  { page: '1e9', runs: 'NaN' },
  { page: '99999999', runs: '2; drop table' },
])('nonsense such as %j is the default view', (params) => {
  expect(readSearch(params, { asOf: null })).toEqual(plain)
})

test('the file has the logs that are listed, whatever page is in sight', () => {
  const search = { ...plain, coverage: 'not', log: 'stale', logPage: 3, asOf: '2026-11-01' } as const
  expect(logHrefOf(search)).toBe('/snapshots?asOf=2026-11-01&coverage=not&log=stale&logPage=3#log')
  expect(logFileHref(search, 'csv')).toBe('/snapshots/log/export.csv?asOf=2026-11-01&log=stale')
})
