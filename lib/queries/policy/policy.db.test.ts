import { afterAll, beforeAll, expect, test } from 'vitest'
import { freshDatabaseUrl } from '#e2e/database/fresh-database.ts'
import { type Database, openDatabase } from '#lib/db/open-database.ts'
import { defaultPolicy } from '#lib/domain/policy.ts'
import { aRememberedEstate, everything, ownedBy } from '../a-remembered-estate.ts'
import { listPolicyVersions } from './list-policy-versions.ts'
import { listSelectorChoices } from './list-selector-choices.ts'

const since = new Date('2026-11-01T02:00:00Z')
const at = new Date('2026-11-20T12:00:00Z')
const later = new Date('2026-11-19T09:00:00Z')

let db: Database
beforeAll(async () => {
  db = openDatabase(await freshDatabaseUrl(), { max: 2 })
})
afterAll(() => db.$disconnect())

test('every version is kept with who saved it, why, and the first snapshot that judged by it', async () => {
  expect(await listPolicyVersions(db, { at })).toEqual([])
  const estate = aRememberedEstate(db, since)
  await estate.snapshot(since)
  await estate.snapshot(new Date('2026-11-02T02:00:00Z'))
  const policy = { thresholds: { rotationDays: 45 } }
  await db.policyVersion.create({ data: { createdAt: later, createdBy: 'ana', note: 'Audit.', policy } })
  expect(await listPolicyVersions(db, { at })).toMatchObject([
    {
      createdBy: 'ana',
      note: 'Audit.',
      firstJudgedAt: null,
      policy: { thresholds: { rotationDays: 45, nearExpiryDays: 30 } },
    },
    { createdBy: 'test', firstJudgedAt: since, policy: defaultPolicy },
  ])
  // As of the day before it was saved there is one only.
  expect(await listPolicyVersions(db, { at: new Date('2026-11-18T12:00:00Z') })).toHaveLength(1)
})

test('an override can be for what is there, as far as the one who looks may see it', async () => {
  const estate = aRememberedEstate(db, since)
  const vault = await estate.vault('kv-orders', { environment: 'production', owner: 'orders', tags: { Tier: '1' } })
  await estate.object(vault, 'mine', { owner: 'dispatch', tags: { tier: '2', Cost: 'x' } })
  await estate.vault('kv-other', { environment: 'test', owner: 'other', subscription: 'sub-two' })
  expect(await listSelectorChoices(db, everything, { at })).toEqual({
    environments: ['production', 'test'],
    subscriptions: ['sub-main', 'sub-two'],
    vaults: ['kv-orders', 'kv-other'],
    owners: ['dispatch', 'orders', 'other'],
    tags: ['Cost', 'Tier'],
  })
  expect(await listSelectorChoices(db, ownedBy('dispatch'), { at })).toMatchObject({
    vaults: ['kv-orders'],
    owners: ['dispatch'],
    tags: ['Cost', 'tier'],
  })
})
