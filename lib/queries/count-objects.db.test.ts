import { beforeAll, expect, test } from 'vitest'
import { freshDatabase } from '#e2e/database/fresh-database.ts'
import { aRememberedEstate, everything, ownedBy } from './a-remembered-estate.ts'
import { countObjects } from './count-objects.ts'
import { countFindings } from './findings/count-findings.ts'
import { everyFinding } from './findings/finding-filter.ts'

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
  const nobodys = await estate.vault('kv-nobody')
  await estate.object(nobodys, 'bare', { kind: 'key' })
  await estate.object(nobodys, 'mail', { kind: 'certificate' })
  await estate.object(nobodys, 'mail', { managed: true })
  await estate.object(nobodys, 'mail', { kind: 'key', managed: true })
})

test('a certificate and what is behind it are one, and what is gone is none', async () => {
  expect(await countObjects(db, { scope: everything, at: now })).toMatchObject({ objects: 4 })
  expect(await countObjects(db, { scope: everything, at: day('2026-11-05') })).toMatchObject({ objects: 5 })
})

test('an object is seen by its own owner and by its vault’s', async () => {
  expect(await countObjects(db, { scope: ownedBy('ben'), at: now })).toEqual({ objects: 1, withoutOwner: 0 })
  expect(await countObjects(db, { scope: ownedBy('ana'), at: now })).toEqual({ objects: 2, withoutOwner: 0 })
  expect(await countObjects(db, { scope: ownedBy('carl'), at: now })).toEqual({ objects: 0, withoutOwner: 0 })
})

test('those without an owner are exactly the rows that the list shows for them', async () => {
  const { withoutOwner } = await countObjects(db, { scope: everything, at: now })
  const filter = { ...everyFinding, status: 'all', owner: 'none', kinds: ['secret', 'key', 'certificate'] } as const
  const { subjects } = await countFindings(db, everything, { at: now, filter })
  expect([withoutOwner, subjects]).toEqual([2, 2])
})
