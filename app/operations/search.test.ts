import { expect, test } from 'vitest'
import { defaultOperations, operationsHref, readOperationsSearch, withOperations } from './search.ts'

test('nonsense is the default view, and the default view has a short address', () => {
  const nonsense = { kind: 'moved', outcome: 'well', look: 'no', days: '31', page: '-1', size: '7', caller: ' ' }
  expect(readOperationsSearch(nonsense)).toEqual(defaultOperations)
  expect(operationsHref(defaultOperations, null)).toBe('/operations')
})

test('an address comes back as it was', () => {
  const params = {
    kind: ['restored', 'purged'],
    outcome: 'refused',
    caller: 'Chloe',
    vault: 'kv-shop',
    q: 'stripe',
    look: 'yes',
    days: '90',
    size: '50',
    page: '3',
  }
  const search = readOperationsSearch(params)
  const address = new URL(operationsHref(search, '2026-11-22'), 'http://own.invalid')
  const back = Object.fromEntries(
    [...address.searchParams.keys()].map((key) => [key, address.searchParams.getAll(key)]),
  )
  expect(readOperationsSearch(back)).toEqual(search)
  expect(address.searchParams.get('asOf')).toBe('2026-11-22')
  expect(search).toMatchObject({ days: 90, filter: { kinds: ['purged', 'restored'], look: true }, page: 3 })
})

test('another filter begins on its first page, and keeps how far back it reaches', () => {
  const search = { ...defaultOperations, days: 7 as const, page: 4 }
  expect(withOperations(search, { vault: 'kv-shop' })).toMatchObject({ page: 1, days: 7 })
})
