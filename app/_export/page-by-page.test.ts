import { expect, test } from 'vitest'
import { pageByPage } from './page-by-page.ts'

const taken = async (total: number) => {
  const batches: number[][] = []
  const all = Array.from({ length: total }, (_, index) => index)
  const list = async (page: number, size: number) => ({ rows: all.slice((page - 1) * size, page * size) })
  await pageByPage(list, async (rows) => void batches.push([...rows]))
  return batches
}

test.each([0, 1, 999, 1000, 1001, 2500])('every one of %i rows is handed over once, in order', async (total) => {
  expect((await taken(total)).flat()).toEqual(Array.from({ length: total }, (_, index) => index))
})

test('what is many is never held at once', async () => {
  expect((await taken(2500)).map((batch) => batch.length)).toEqual([1000, 1000, 500])
})
