import { afterAll, beforeAll, expect, test } from 'vitest'
import { freshDatabaseUrl } from '#e2e/database/fresh-database.ts'
import { type Database, openDatabase } from '#lib/db/open-database.ts'
import { defaultPolicy, type Policy, policySchema } from '#lib/domain/policy.ts'
import { savePolicy } from './save-policy.ts'

const at = new Date('2026-11-23T09:00:00Z')
const rotatingWithin = (rotationDays: number): Policy => policySchema.parse({ thresholds: { rotationDays } })
const by = 'ana.silva@halden.example'

let db: Database
beforeAll(async () => {
  db = openDatabase(await freshDatabaseUrl(), { max: 3 })
})
afterAll(() => db.$disconnect())

test('a policy is saved once, on top of the version it was made from', async () => {
  // Before the first snapshot there is no version, and the defaults are in force.
  expect(await savePolicy(db, { policy: defaultPolicy, note: 'Nothing.', by, at, expectedVersionId: null })).toEqual({
    status: 'unchanged',
  })

  const policy = rotatingWithin(45)
  const first = await savePolicy(db, { policy, note: 'Audit of May.', by, at, expectedVersionId: null })
  expect(first).toMatchObject({ status: 'saved', previousId: null, changed: ['rotationDays'] })
  const [row] = await db.policyVersion.findMany()
  expect(row).toMatchObject({ createdAt: at, createdBy: by, note: 'Audit of May.', policy })

  const versionId = row?.id ?? 0
  expect(await savePolicy(db, { policy, note: 'Again.', by, at, expectedVersionId: versionId })).toEqual({
    status: 'unchanged',
  })
  expect(await savePolicy(db, { policy: rotatingWithin(30), note: 'Late.', by, at, expectedVersionId: null })).toEqual({
    status: 'outdated',
    by,
    at,
  })
  expect(await db.policyVersion.count()).toBe(1)

  expect(
    await savePolicy(db, { policy: rotatingWithin(30), note: 'Then.', by, at, expectedVersionId: versionId }),
  ).toMatchObject({ status: 'saved', previousId: versionId })
})

test('of two people who save at once, one is told that the other did', async () => {
  const latest = await db.policyVersion.findFirstOrThrow({ orderBy: { id: 'desc' } })
  const saves = await Promise.all(
    [21, 22].map((days) =>
      savePolicy(db, { policy: rotatingWithin(days), note: 'Both.', by, at, expectedVersionId: latest.id }),
    ),
  )
  expect(saves.map(({ status }) => status).sort()).toEqual(['outdated', 'saved'])
})
