import { expect, test } from 'vitest'
import { notRead, partlyRead, read } from '#lib/domain/observed.ts'
import { detailCoverage } from './detail-coverage.ts'

const noRole = { code: 'forbidden-by-rbac', detail: 'no role' } as const
const refused = notRead(noRole.code, noRole.detail)
const late = { code: 'timed-out', detail: 'no answer' } as const

test('a part is read when its lists are and every object answered, also when there is none', () => {
  expect(detailCoverage([read([])], [])).toEqual(read(null))
  expect(detailCoverage([read([1, 2])], [read(1), read(2)])).toEqual(read(null))
})

test('one object that did not answer makes it partly read, with its reason', () => {
  expect(detailCoverage([read([1, 2])], [read(1), refused])).toEqual(partlyRead(null, 'items', noRole))
})

test('it is not read when no object answered, and when no list says which objects there are', () => {
  expect(detailCoverage([read([1, 2])], [refused, refused])).toEqual(refused)
  expect(detailCoverage([refused, refused], [])).toEqual(refused)
  expect(detailCoverage([refused, read([])], [])).toEqual(partlyRead(null, 'items', noRole))
})

test('a list that broke off shows; one that tells less of each object leaves the word to the objects', () => {
  expect(detailCoverage([partlyRead([1], 'items', late)], [read(1)])).toEqual(partlyRead(null, 'items', late))
  expect(detailCoverage([partlyRead([1], 'fields', noRole)], [read(1)])).toEqual(read(null))
})
