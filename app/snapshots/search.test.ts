import { expect, test } from 'vitest'
import { hrefOf, readSearch } from './search.ts'

const plain = { coverage: null, page: 1, runs: 1, asOf: null }

test('an empty address is the default view, and the other way round', () => {
  expect(readSearch({}, { asOf: null })).toEqual(plain)
  expect(hrefOf(plain)).toBe('/snapshots')
})

test('every view has an address that leads back to it', () => {
  const search = { coverage: 'partly', page: 3, runs: 2, asOf: '2026-11-01' } as const
  const query = Object.fromEntries(new URL(hrefOf(search), 'http://own.invalid').searchParams)
  expect(readSearch(query, { asOf: '2026-11-01' })).toEqual(search)
})

test.each([
  { coverage: 'read' },
  { coverage: ['nonsense', 'not'] },
  { page: '0', runs: '-1' },
  { page: '1e9', runs: 'NaN' },
  { page: '99999999', runs: '2; drop table' },
])('nonsense such as %j is the default view', (params) => {
  expect(readSearch(params, { asOf: null })).toEqual(plain)
})
