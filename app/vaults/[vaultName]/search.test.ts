import { expect, test } from 'vitest'
import { objectsHref, readVaultSearch } from './search.ts'

test('nonsense is the default view', () => {
  expect(readVaultSearch({ sort: 'id', dir: 'up', page: 'x', q: ' ' })).toEqual(readVaultSearch({}))
  expect(objectsHref('kv-shop', readVaultSearch({}), null)).toBe('/vaults/kv-shop#objects')
})

test('an address comes back as it was', () => {
  const search = readVaultSearch({ q: 'pay', sort: 'expires', dir: 'desc', page: '2' })
  expect(objectsHref('kv-shop', search, '2026-11-01')).toBe(
    '/vaults/kv-shop?asOf=2026-11-01&q=pay&sort=expires&dir=desc&page=2#objects',
  )
})
