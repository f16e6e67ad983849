import { expect, test } from 'vitest'
import { byPosture, everyOwner, ownerSorts } from '#lib/queries/owners/owner-order.ts'
import { ownersHref, readOwnersSearch, withoutOwnerFilters } from './search.ts'
import { tableColumnKeys } from './table-columns.ts'

const readHref = (href: string) => {
  const query = new URL(href, 'http://own.invalid').searchParams
  return readOwnersSearch(Object.fromEntries([...query.keys()].map((name) => [name, query.getAll(name)])))
}
const usual = { filter: everyOwner, order: byPosture, columns: tableColumnKeys, page: 1 }

test('no parameter is the default view, and the default view needs no parameter', () => {
  expect(readOwnersSearch({})).toEqual(usual)
  expect(ownersHref(usual, null)).toBe('/owners')
})

test('nonsense is the default view', () => {
  const nonsense = { q: '  ', sort: 'drop table', dir: 'sideways', page: '-1', columns: '__proto__' }
  expect(readOwnersSearch(nonsense)).toEqual(usual)
})

test('every order survives the way through an address, whichever way it goes', () => {
  for (const sort of ownerSorts)
    for (const direction of ['asc', 'desc'] as const)
      expect(readHref(ownersHref({ ...usual, order: { sort, direction } }, '2026-11-01')).order).toEqual({
        sort,
        direction,
      })
})

test('a name of any letters, a page and a choice of columns survive it too', () => {
  const search = { ...usual, filter: { text: 'équipe 🚚 & مالك, x' }, columns: ['name', 'posture'] as const, page: 3 }
  expect(readHref(ownersHref(search, null))).toEqual(search)
  expect(withoutOwnerFilters(search)).toEqual({ ...search, filter: everyOwner, page: 1 })
})

test('what there is most of is sorted downwards at the first click, and posture upwards', () => {
  expect(readOwnersSearch({ sort: 'waived' }).order.direction).toBe('desc')
  expect(readOwnersSearch({ sort: 'posture' }).order.direction).toBe('asc')
})
