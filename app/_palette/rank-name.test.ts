import { expect, test } from 'vitest'
import { closestFirst, rankName } from './rank-name.ts'

test.each([
  ['At risk', 'at', 0],
  ['At risk', 'RISK', 1],
  ['kv-shop_new', 'new', 1],
  ['kv-shop', 'v-sh', 2],
  ['kv-shop-new', 'shop-new', 1],
  ['Vaults', 'x', null],
  ['100%', '%', 2],
  ['a.b', '.*', null],
] as const)('in %j, %j ranks %j', (name, text, rank) => {
  expect(rankName(name, text)).toBe(rank)
})

test('the closest come first, by whichever name fits best, and equals keep their order', () => {
  const all = [
    ['grab', 'z'],
    ['a', 'rule-a'],
    ['the a', 'y'],
    ['abc', 'x'],
  ]
  expect(closestFirst(all, 'a', (names) => names).map(([first]) => first)).toEqual(['a', 'abc', 'the a', 'grab'])
})
