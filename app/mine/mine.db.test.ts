// What is "mine" of a lead, who sees everything, and what somebody reads whom nothing names.
import type { ReactElement } from 'react'
import { createElement } from 'react'
import { prerender } from 'react-dom/static'
import { beforeAll, expect, test, vi } from 'vitest'
import { freshDatabase } from '#e2e/database/fresh-database.ts'
import type { View } from '#app/view.ts'
import type { Person } from '#lib/domain/scope.ts'
import { addDays } from '#lib/format/date.ts'
import { aRememberedEstate, everything, ownedBy } from '#lib/queries/a-remembered-estate.ts'
import { MineSwitch } from './mine-switch.tsx'
import { NothingNamesYou } from './nothing-names-you.tsx'
import { ownNames } from './own-names.ts'

// Which tags name an owner is a setting, and settings are the environment's.
vi.mock('#app/settings.ts', () => ({ appSettings: () => ({ ownerTagNames: ['owner', 'contact', 'team'] }) }))

const at = new Date('2026-11-23T12:00:00Z')
const db = await freshDatabase()
const estate = aRememberedEstate(db, addDays(at, -30))
const ana: Person = {
  objectId: '0-1',
  tenantId: 't',
  name: 'Ana Silva',
  mail: 'Ana@Halden.example',
  roles: ['Kempt.Lead'],
  groups: ['Dispatch'],
}
const view = (person: Person = ana, scope = everything): View => ({
  db,
  person,
  scope,
  at,
  asOf: null,
  now: at,
  groupsIncomplete: false,
})

beforeAll(async () => {
  const vault = await estate.vault('kv-a', { owner: 'dispatch' })
  await estate.object(vault, 'hers', { owner: 'ana@halden.example' })
  await estate.object(vault, 'his', { owner: 'ben' })
})

async function htmlOf(element: ReactElement): Promise<string> {
  const { prelude } = await prerender(element)
  return new Response(prelude).text()
}

const switchOf = (seen: View, owner: string | null = null) =>
  htmlOf(createElement(MineSwitch, { view: seen, owner, hrefFor: (name) => `/findings?owner=${name}` }))

test('a lead’s own are the names of theirs that own something: by mail, by name or by a group', async () => {
  expect(await ownNames(view())).toEqual(['ana@halden.example', 'dispatch'])
  expect(await ownNames(view({ ...ana, groups: [], mail: '' }))).toEqual([])
})

test('who owns something can switch a list to it, who owns nothing is not asked', async () => {
  expect(await switchOf(view())).toContain('href="/findings?owner=dispatch"')
  const one = await switchOf(view({ ...ana, groups: [] }), 'Ana@Halden.example')
  expect(one).toMatch(/aria-current="true"[^>]*>Mine</)
  expect(await switchOf(view({ ...ana, groups: [], mail: '' }))).toBe('')
})

test('whoever sees only what is theirs has nothing to switch', async () => {
  expect(await switchOf(view({ ...ana, roles: ['Kempt.Owner'] }, ownedBy('Dispatch')))).toBe('')
})

test('somebody whom nothing names reads which names were looked for, and a lead where to go', async () => {
  const lead = await htmlOf(createElement(NothingNamesYou, { view: view() }))
  expect(lead).toContain('Ana Silva')
  expect(lead).toContain('href="/owners"')
  const crowd = {
    ...ana,
    roles: ['Kempt.Owner' as const],
    groups: Array.from({ length: 40 }, (_, place) => `g${place}`),
  }
  const owner = await htmlOf(createElement(NothingNamesYou, { view: view(crowd, ownedBy('Ana Silva')) }))
  expect(owner).not.toContain('href="/owners"')
  expect(owner.replaceAll('<!-- -->', '')).toContain('and 34 more')
})
