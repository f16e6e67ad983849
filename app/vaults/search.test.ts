import { expect, test } from 'vitest'
import { vaultChips } from './chips.ts'
import { readVaultsSearch, vaultHref, vaultsHref, withoutVaultFilters } from './search.ts'

const readHref = (href: string) => {
  const query = new URL(href, 'http://own.invalid').searchParams
  return readVaultsSearch(Object.fromEntries([...query.keys()].map((name) => [name, query.getAll(name)])))
}

test('the default view needs no parameter, and nonsense is the default view', () => {
  expect(vaultsHref(readVaultsSearch({}), null)).toBe('/vaults')
  expect(
    readVaultsSearch({
      coverage: 'some',
      access: 'x',
      network: 'wifi',
      purge: '1',
      logging: '?',
      sort: 'id',
      dir: 'up',
      page: '0',
    }),
  ).toEqual(readVaultsSearch({}))
})

test.each([
  '/vaults?q=kv&subscription=s-1&environment=none&owner=ana&coverage=not&coverage=partly&access=rbac&network=open',
  '/vaults?asOf=2026-11-01&purge=off&logging=unknown&sort=posture&dir=desc&page=2',
  '/vaults?sort=objects',
  '/vaults?dir=asc',
  '/vaults?columns=name&sort=posture',
])('an address comes back as it was: %s', (href) => {
  expect(vaultsHref(readHref(href), new URL(href, 'http://own.invalid').searchParams.get('asOf'))).toBe(href)
})

test('filters read like words, and clearing them keeps the order', () => {
  const search = readHref(
    '/vaults?network=open&network=private&purge=off&logging=off&access=access-policy&coverage=not&sort=name',
  )
  expect(vaultChips(search, { asOf: null, subscriptionName: (id) => id }).map(({ label }) => label)).toEqual([
    'Coverage: not read',
    'Access: access policies',
    'Network: open or private',
    'Purge protection off',
    'Audit log off',
  ])
  expect(vaultsHref(withoutVaultFilters(search), null)).toBe('/vaults?sort=name')
})

test('a vault is at its name', () => {
  expect(vaultHref('kv-shop', '2026-11-01')).toBe('/vaults/kv-shop?asOf=2026-11-01')
  expect(vaultHref('a/b', null)).toBe('/vaults/a%2Fb')
})
