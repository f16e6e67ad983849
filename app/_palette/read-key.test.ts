import { expect, test } from 'vitest'
import { type KeyState, noKey, type PressedKey, readKey } from './read-key.ts'

const plain = { ctrl: false, meta: false, alt: false, repeat: false }
const on = { typing: false, modal: false, singleKeys: true, nowMs: 1000 }
const press = (
  key: string,
  pressed: Partial<PressedKey> = {},
  where: Partial<typeof on> = {},
  state: KeyState = noKey,
) => readKey(state, { ...plain, key, ...pressed }, { ...on, ...where })
const wish = (...args: Parameters<typeof press>) => press(...args).wish

test('Ctrl-K and Cmd-K open the palette, from a field too', () => {
  expect(wish('k', { ctrl: true })).toBe('palette')
  expect(wish('K', { meta: true })).toBe('palette')
  expect(wish('k', { ctrl: true }, { typing: true })).toBe('palette')
})

test('a K with anything else is left to the browser', () => {
  expect(wish('k')).toBeNull()
  expect(wish('k', { ctrl: true, alt: true })).toBeNull()
  expect(wish('k', { ctrl: true, meta: true })).toBeNull()
})

test('a slash goes to the search field, a question mark to the list of keys', () => {
  expect(wish('/')).toBe('search')
  expect(wish('?')).toBe('keys')
})

test('nothing but the palette answers while somebody types, and nothing at all over a dialog', () => {
  for (const key of ['/', '?', 'g']) expect(press(key, {}, { typing: true })).toEqual({ state: noKey, wish: null })
  expect(wish('/', {}, { modal: true })).toBeNull()
  expect(wish('k', { ctrl: true }, { modal: true })).toBeNull()
})

test('who switched single keys off keeps the palette', () => {
  expect(wish('/', {}, { singleKeys: false })).toBeNull()
  expect(press('g', {}, { singleKeys: false }).state).toEqual(noKey)
  expect(wish('k', { meta: true }, { singleKeys: false })).toBe('palette')
})

test('g and a letter go to a page, within a second and a half', () => {
  const { state } = press('g')
  expect(wish('v', {}, { nowMs: 2500 }, state)).toEqual({ go: '/vaults' })
  expect(wish('o', {}, { nowMs: 1001 }, state)).toEqual({ go: '/' })
  expect(wish('v', {}, { nowMs: 2501 }, state)).toBeNull()
})

test('a letter that leads nowhere, or that came without g, does nothing', () => {
  const { state } = press('g')
  expect(press('x', {}, {}, state)).toEqual({ state: noKey, wish: null })
  expect(wish('toString', {}, {}, state)).toBeNull()
  expect(wish('v')).toBeNull()
  expect(press('g', {}, { nowMs: 1200 }, state).state).toEqual({ goSince: 1200 })
})

test('a key that is held down is one key', () => {
  expect(wish('/', { repeat: true })).toBeNull()
})
