import { beforeAll, expect, test } from 'vitest'
import { freshDatabase } from '#e2e/database/fresh-database.ts'
import { aRememberedEstate, everything, ownedBy } from './a-remembered-estate.ts'
import { listUnreadReasons } from './list-unread-reasons.ts'

const now = new Date('2026-11-23T07:00:00Z')
const db = await freshDatabase()
const estate = aRememberedEstate(db, new Date('2026-11-01T06:00:00Z'))

beforeAll(async () => {
  await estate.vault('kv-open')
  await estate.vault('kv-shut', {
    unread: { secrets: ['not', 'forbidden-by-firewall'], keys: ['not', 'forbidden-by-firewall'] },
  })
  await estate.vault('kv-mixed', {
    owner: 'ana',
    unread: { secrets: ['partly', 'throttled'], diagnostics: ['not', 'forbidden-by-firewall'] },
  })
  await estate.vault('kv-quiet', { unread: { 'access-log': ['not', 'not-logged'] } })
})

test('a vault counts once for each reason, whatever number of parts it hides', async () => {
  expect(await listUnreadReasons(db, { scope: everything, at: now })).toEqual([
    { code: 'forbidden-by-firewall', vaults: 2 },
    { code: 'throttled', vaults: 1 },
  ])
})

test('an owner reads of their own vaults', async () => {
  expect(await listUnreadReasons(db, { scope: ownedBy('ana'), at: now })).toHaveLength(2)
  expect(await listUnreadReasons(db, { scope: ownedBy('ben'), at: now })).toEqual([])
})
