import { expect, test } from 'vitest'
import { difference } from './difference.ts'

type Row = { id: number; key: string; value: number }
type Want = { key: string; value: number }

const by = {
  keyOfRemembered: (row: Row) => row.key,
  keyOfWanted: (want: Want) => want.key,
  same: (row: Row, want: Want) => row.value === want.value,
}
const row = (key: string, value: number): Row => ({ id: 1, key, value })

test('what did not change is neither ended nor begun', () => {
  expect(difference([row('a', 1)], [{ key: 'a', value: 1 }], by)).toEqual({ ended: [], begun: [] })
})

test('what changed ends and begins again, and knows what it follows', () => {
  const old = row('a', 1)
  expect(difference([old], [{ key: 'a', value: 2 }], by)).toEqual({
    ended: [old],
    begun: [{ wanted: { key: 'a', value: 2 }, previous: old }],
  })
})

test('what is new begins and follows nothing', () => {
  expect(difference<Row, Want>([], [{ key: 'a', value: 1 }], by).begun).toEqual([
    { wanted: { key: 'a', value: 1 }, previous: null },
  ])
})

test('what is no longer wanted ends', () => {
  expect(difference([row('a', 1)], [], by).ended).toEqual([row('a', 1)])
})
