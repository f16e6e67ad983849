import { expect, test } from 'vitest'
import { followingOf, type MadeVersion, type VersionReads } from './following.ts'

const on = (text: string) => new Date(`${text}T09:00:00Z`)
const [old, current] = ['a'.repeat(32), 'b'.repeat(32)]
const made: MadeVersion[] = [
  { version: old, createdAt: on('2026-09-01') },
  { version: current, createdAt: on('2026-11-01') },
]
const read = (version: string, first: string, last = first): VersionReads => ({
  version,
  firstReadAt: on(first),
  lastReadAt: on(last),
})
const how = (reads: VersionReads[], versions = made, graceDays = 7) =>
  followingOf(reads, versions, { since: on('2026-10-24'), graceDays })

test('who reads an older version after the days of grace names it', () => {
  expect(how([read(old, '2026-10-01', '2026-11-09')])).toEqual({ how: 'pinned', versions: [old] })
})

test('who goes back to an older version after reading a newer one names it, within the days of grace too', () => {
  expect(how([read(current, '2026-11-02', '2026-11-20'), read(old, '2026-10-01', '2026-11-03')]).how).toBe('pinned')
})

test('who read one version and then only the newer one follows', () => {
  expect(how([read(old, '2026-09-02', '2026-10-31'), read(current, '2026-11-02')]).how).toBe('follows')
})

test('a rotation long ago shows as well that somebody follows, and a pin long given up is none', () => {
  expect(how([read(old, '2026-09-02', '2026-09-20'), read(current, '2026-11-02')]).how).toBe('follows')
  const third = { version: 'c'.repeat(32), createdAt: on('2026-09-10') }
  const reads = [read(old, '2026-09-02', '2026-10-01'), read(current, '2026-11-02')]
  expect(how(reads, [...made, third]).how).toBe('follows')
})

test('who was seen with the current version only may name it: no rotation has shown that yet', () => {
  expect(how([read(current, '2026-11-02', '2026-11-20')]).how).toBe('current')
  expect(how([read(old, '2026-10-25')], made.slice(0, 1)).how).toBe('current')
})

test('who read the older version within the days of grace and not since is waited for', () => {
  expect(how([read(old, '2026-10-01', '2026-11-08')])).toEqual({ how: 'waiting', versions: [old] })
  expect(how([read(old, '2026-10-01', '2026-11-08')], made, 6).how).toBe('pinned')
})

test('who names no version follows', () => {
  expect(how([read('', '2026-11-02')]).how).toBe('follows')
})

test('a version that no list shows is neither old nor new', () => {
  expect(how([read('d'.repeat(32), '2026-11-20')]).how).toBe('unknown')
  expect(how([read(current, '2026-11-20')], []).how).toBe('unknown')
  expect(how([read('d'.repeat(32), '2026-11-20'), read(old, '2026-11-20')]).how).toBe('pinned')
})

test('versions of the same second are equally current', () => {
  const twins = made.map(({ version }) => ({ version, createdAt: on('2026-09-01') }))
  expect(how([read(old, '2026-11-01', '2026-11-20'), read(current, '2026-11-02', '2026-11-20')], twins).how).toBe(
    'current',
  )
})

test('ids are compared without case', () => {
  expect(how([read(old.toUpperCase(), '2026-11-20')]).how).toBe('pinned')
})
