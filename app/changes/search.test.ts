import { expect, test } from 'vitest'
import { changesHref, defaultChanges, readChangesSearch, withChanges } from './search.ts'

test('nonsense is the default view, and the default view has a short address', () => {
  expect(readChangesSearch({ change: 'moved', sort: 'id', dir: 'up', page: '-1', size: '7' })).toEqual(defaultChanges)
  expect(changesHref(defaultChanges, null)).toBe('/changes')
})

test('an address comes back as it was', () => {
  const params = {
    from: '2026-11-01',
    to: '2026-11-20T02:15:00.000Z',
    change: ['rotated', 'gone'],
    kind: 'secret',
    rule: 'secret-expired',
    severity: 'high',
    vault: 'kv-shop',
    owner: 'none',
    subscription: 'Retail',
    environment: 'production',
    q: 'stripe',
    sort: 'vault',
    dir: 'desc',
    size: '50',
    page: '3',
  }
  const search = readChangesSearch(params)
  const address = new URL(changesHref(search, '2026-11-22'), 'http://kempt')
  const back = Object.fromEntries(
    [...address.searchParams.keys()].map((key) => [key, address.searchParams.getAll(key)]),
  )
  expect(readChangesSearch(back)).toEqual(search)
  expect(address.searchParams.get('asOf')).toBe('2026-11-22')
  expect(search.filter.changes).toEqual(['gone', 'rotated'])
})

test('another filter begins on its first page', () => {
  expect(withChanges({ ...defaultChanges, page: 4 }, { vault: 'kv-shop' })).toMatchObject({ page: 1 })
})
