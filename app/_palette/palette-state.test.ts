import { expect, test } from 'vitest'
import { emptyPalette, optionsOf, type PaletteEvent, paletteAfter, shownGroups, statusText } from './palette-state.ts'

const pages = [
  { href: '/', word: 'Overview' },
  { href: '/vaults', word: 'Vaults' },
]
const vaults = (...names: string[]) => [
  { title: 'Vaults', hits: names.map((name) => ({ href: `/vaults/${name}`, name, detail: '' })), all: null },
]
const after = (...events: PaletteEvent[]) => events.reduce(paletteAfter, emptyPalette)
const typed = (text: string): PaletteEvent => ({ type: 'typed', text })
const answered = (text: string, ...names: string[]): PaletteEvent => ({
  type: 'answered',
  text,
  groups: vaults(...names),
})
const names = (state: ReturnType<typeof after>) => optionsOf(shownGroups(state, pages, null)).map(({ name }) => name)

test('before anything is typed every page is offered', () => {
  expect(names(after())).toEqual(['Overview', 'Vaults'])
  expect(statusText(after(), 2)).toBe('2 results')
})

test('pages of that name come first, then what was found', () => {
  expect(names(after(typed('va'), answered('va', 'vault-a')))).toEqual(['Vaults', 'vault-a'])
})

test('the latest question wins, in whatever order answers come', () => {
  expect(names(after(typed('kv-a'), typed('kv-ab'), answered('kv-ab', 'kv-abc'), answered('kv-a', 'kv-a')))).toEqual([
    'kv-abc',
  ])
})

test('until the answer comes only what still fits is offered', () => {
  const state = after(typed('kv'), answered('kv', 'kv-shop', 'kv-pay'), typed('kv-p'))
  expect(names(state)).toEqual(['kv-pay'])
  expect(statusText(state, 1)).toBe('Looking')
})

test('blanks around a text ask for nothing new', () => {
  const state = after(typed('kv'), answered('kv', 'kv-shop'), typed('kv '))
  expect(names(state)).toEqual(['kv-shop'])
  expect(statusText(state, 1)).toBe('1 result')
})

test('a name that nothing has is said to be none, once that is known', () => {
  const asking = after(typed('zzz'))
  expect(statusText(asking, 0)).toBe('Looking')
  expect(statusText(paletteAfter(asking, { type: 'answered', text: 'zzz', groups: [] }), 0)).toBe(
    'Nothing is called that.',
  )
})

test('a text that is taken away takes what was found with it', () => {
  expect(names(after(typed('kv'), answered('kv', 'kv-shop'), typed('')))).toEqual(['Overview', 'Vaults'])
})

test('arrows go round', () => {
  const down: PaletteEvent = { type: 'moved', by: 1, options: 2 }
  const up: PaletteEvent = { type: 'moved', by: -1, options: 2 }
  expect(after(down).active).toBe(1)
  expect(after(down, down).active).toBe(0)
  expect(after(up).active).toBe(1)
  expect(after({ type: 'moved', by: 1, options: 0 }).active).toBe(0)
  expect(after(down, typed('kv')).active).toBe(0)
})

test('trouble is said until something else is asked; trouble with an old question is none', () => {
  const failed: PaletteEvent = { type: 'failed', text: 'kv', trouble: 'unreachable' }
  expect(statusText(after(typed('kv'), failed), 0)).toContain('does not answer')
  expect(after(typed('kv'), typed('kv-a'), failed).trouble).toBeNull()
  expect(after(typed('kv'), failed, typed('kv-a')).trouble).toBeNull()
  expect(statusText(after(typed('kv'), { type: 'failed', text: 'kv', trouble: 'signed-out' }), 0)).toContain('sign in')
})

test('the way to the rest of a kind is an option after it', () => {
  const all = { href: '/vaults?q=kv', label: 'All vaults like it, 12' }
  expect(optionsOf(vaults('kv-a').map((group) => ({ ...group, all }))).map(({ href }) => href)).toEqual([
    '/vaults/kv-a',
    '/vaults?q=kv',
  ])
})
