import { expect, test } from 'vitest'
import type { ObjectReader } from '#lib/queries/objects/list-object-readers.ts'
import type { LogCover } from '../_log/log-words.ts'
import { followersOf, rotationVerdict } from './rotation-words.ts'

const at = (text: string) => new Date(`${text}T09:00:00Z`)
const [old, current] = ['a1b2c3d4'.repeat(4), 'e5f6a7b8'.repeat(4)]
const made = [
  { version: old, createdAt: at('2026-09-01') },
  { version: current, createdAt: at('2026-11-01') },
]
const whole: LogCover = { days: 31, heard: 31, sinceOn: '2026-10-24', reason: 'It rained.' }

const reader = (name: string, reads: Record<string, string>): ObjectReader => ({
  ...{ identity: name, name, kind: 'application', resourceId: null, hostId: null, reads: 9, lastReadAt: null },
  ...{ denied: 0, throttled: 0, addresses: [], busiest: null, needless: null },
  versions: Object.entries(reads).map(([version, on]) => ({ version, firstReadAt: at(on), lastReadAt: at(on) })),
})
const follows = (name: string) => reader(name, { [old]: '2026-10-30', [current]: '2026-11-02' })
const pinned = (name: string) => reader(name, { [old]: '2026-11-20' })
const only = (name: string) => reader(name, { [current]: '2026-11-20' })

const verdict = (readers: ObjectReader[], cover = whole) =>
  rotationVerdict(followersOf(readers, made, { since: at('2026-10-24'), graceDays: 7 }), cover)

test('who follows and who breaks is one sentence', () => {
  expect(verdict([follows('a'), follows('b'), follows('c'), pinned('d')])).toEqual({
    notKnown: null,
    text: '3 callers follow by themselves, 1 names version a1b2c3d4: it breaks when that version is disabled.',
  })
})

test('who read the current version only is not said to follow for certain', () => {
  expect(verdict([only('a'), only('b')]).text).toBe(
    '2 callers read the current version only, and follow by themselves unless they name that one.',
  )
})

test('who needs a hand comes first, and who was never let in is no follower', () => {
  const denied = { ...pinned('e'), reads: 0 }
  const followers = followersOf([follows('a'), only('b'), pinned('c'), denied], made, {
    since: at('2026-10-24'),
    graceDays: 7,
  })
  expect(followers.map(({ name }) => name)).toEqual(['c', 'b', 'a'])
})

test('that nobody reads it is said of the days that are covered, and of no others', () => {
  expect(verdict([]).text).toBe('Nobody read it in the 31 days since 2026-10-24.')
  expect(verdict([], { ...whole, heard: 4 }).text).toBe(
    'Nobody read it on the 4 of 31 days since 2026-10-24 that the log covers.',
  )
  expect(verdict([], { ...whole, heard: 0 })).toEqual({
    notKnown: 'Who reads it is not known',
    text: 'It rained.',
  })
})

test('where no list shows the versions that are read nothing is known', () => {
  expect(verdict([reader('a', { ['f'.repeat(32)]: '2026-11-20' })])).toEqual({
    notKnown: 'Who follows is not known',
    text: '1 caller read a version that no list shows.',
  })
})

test('several who name several versions break with them', () => {
  expect(verdict([pinned('a'), pinned('b')]).text).toBe(
    '2 callers name version a1b2c3d4: they break when that version is disabled.',
  )
})
