import { beforeAll, expect, test } from 'vitest'
import { freshDatabase } from '#e2e/database/fresh-database.ts'
import type { View } from '#app/view.ts'
import { aRememberedEstate, everything, ownedBy } from '#lib/queries/a-remembered-estate.ts'
import { aRememberedLog } from '#lib/queries/a-remembered-log.ts'
import { searchFor } from './search-for.ts'

const at = new Date('2026-11-23T12:00:00Z')
const db = await freshDatabase()
const estate = aRememberedEstate(db, new Date('2026-11-01T02:15:00Z'))
const log = aRememberedLog(db)

const person = { objectId: 'o', tenantId: 't', name: 'Ana', mail: '', groups: [], roles: ['Kempt.Lead' as const] }
const view: View = { db, person, scope: everything, at, asOf: null, now: at, groupsIncomplete: false }
const hrefs = async (text: string, changed: Partial<View> = {}) =>
  (await searchFor({ ...view, ...changed }, text)).map(({ title, hits }) => [title, ...hits.map(({ href }) => href)])

beforeAll(async () => {
  const vault = await estate.vault('kv-expired', { owner: 'expired-team' })
  await estate.object(vault, 'expired/ключ 🔑')
  for (let i = 0; i < 9; i++) await estate.object(vault, `many-${i}`)
  const caller = await log.caller('expired job', { identity: 'a/b c' })
  await log.calls(caller, { vaultId: vault.vaultId }, { on: '2026-11-20' })
})

test('everything of that name leads to its page, kind by kind', async () => {
  const found = await hrefs('expired')
  expect(found.map(([title]) => title)).toEqual(['Vaults', 'Objects', 'Rules', 'Owners', 'Callers'])
  expect(found).toContainEqual(['Vaults', '/vaults/kv-expired'])
  expect(found).toContainEqual(['Objects', `/vaults/kv-expired/secret/${encodeURIComponent('expired/ключ 🔑')}`])
  expect(found.find(([title]) => title === 'Rules')).toContain('/rules/secret-expired')
  expect(found).toContainEqual(['Owners', '/owners/expired-team'])
  expect(found).toContainEqual(['Callers', '/callers/a%2Fb%20c'])
})

test('a view of the past leads to the past', async () => {
  const asOf = '2026-11-21'
  const found = await hrefs('kv-expired', { asOf, at: new Date(`${asOf}T23:59:59.999Z`) })
  expect(found).toEqual([['Vaults', `/vaults/kv-expired?asOf=${asOf}`]])
})

test('where there are more than eight, their number leads to all of them', async () => {
  const [objects] = await searchFor(view, 'many')
  expect(objects?.hits).toHaveLength(8)
  expect(objects?.all).toEqual({
    href: '/findings?status=all&kind=secret&kind=key&kind=certificate&q=many',
    label: 'All objects like it, or in a vault like it, 9',
  })
})

test('an owner finds nothing of others, and nothing is called what nothing is called', async () => {
  expect(await hrefs('kv-expired', { scope: ownedBy('dora') })).toEqual([])
  expect(await hrefs('there-is-no-such-name')).toEqual([])
})
