import { beforeAll, expect, test } from 'vitest'
import { freshDatabase } from '#e2e/database/fresh-database.ts'
import { aRememberedEstate, everything, ownedBy } from './a-remembered-estate.ts'
import { countObjects } from './count-objects.ts'

const day = (text: string) => new Date(`${text}T06:00:00Z`)
const now = day('2026-11-23')
const db = await freshDatabase()
const estate = aRememberedEstate(db, day('2026-11-01'))

beforeAll(async () => {
  const vault = await estate.vault('kv-ana', { owner: 'ana' })
  await estate.object(vault, 'tls', { kind: 'certificate' })
  await estate.object(vault, 'tls', { managed: true })
  await estate.object(vault, 'bens', { owner: 'ben' })
  await estate.object(vault, 'old', { goneAt: day('2026-11-10') })
})

test('a certificate and what is behind it are one, and what is gone is none', async () => {
  expect(await countObjects(db, { scope: everything, at: now })).toBe(2)
  expect(await countObjects(db, { scope: everything, at: day('2026-11-05') })).toBe(3)
})

test('an object is seen by its own owner and by its vault’s', async () => {
  expect(await countObjects(db, { scope: ownedBy('ben'), at: now })).toBe(1)
  expect(await countObjects(db, { scope: ownedBy('ana'), at: now })).toBe(2)
  expect(await countObjects(db, { scope: ownedBy('carl'), at: now })).toBe(0)
})
