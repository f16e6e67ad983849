// The preview against the real job: what it says of an unchanged policy is what the snapshots remembered, day for day.
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { StandIn } from '#e2e/azure/open-stand-in.ts'
import { startStandIn } from '#e2e/azure/start-stand-in.ts'
import { type Database, sql } from '#lib/db/open-database.ts'
import { defaultPolicy, type Policy, policySchema } from '#lib/domain/policy.ts'
import { posture } from '#lib/domain/posture.ts'
import { type Scope, scopeOf } from '#lib/domain/scope.ts'
import { getPosture } from '#lib/queries/get-posture.ts'
import { withinScope } from '#lib/queries/within-scope.ts'
import { catalogue } from '#lib/rules/catalogue.ts'
import { anInstallation } from '#lib/snapshot/testing/an-installation.ts'
import { previewPolicy } from './preview-policy.ts'

const capturedAt = new Date('2026-11-20T02:15:00Z')
const daysLater = (days: number) => new Date(capturedAt.getTime() + days * 86_400_000)
const latestAt = daysLater(7)
const ownerTagNames = ['owner', 'contact', 'team']
const judgedByThresholds = catalogue.filter(({ thresholds }) => thresholds.length > 0)

const person = { objectId: 'o', tenantId: 't', name: 'Nobody', mail: '', groups: [] }
const scope = (given: Partial<Parameters<typeof scopeOf>[0]>): Scope => {
  const minted = scopeOf({ ...person, roles: ['Kempt.Reader'], ...given })
  if (!minted) throw new Error('this person has no role')
  return minted
}
const everything = scope({})

let standIn: StandIn
let db: Database
beforeAll(async () => {
  standIn = await startStandIn({ seed: 11, vaults: 16 })
  const installation = await anInstallation(standIn)
  db = installation.db
  const { estateAt, objectsAt, amend } = standIn.azure.organization
  const readable = estateAt(latestAt).vaults.filter(({ access }) => access === 'readable')
  const secretsOf = ({ name }: { name: string }) =>
    objectsAt(name, latestAt).filter(({ kind }) => kind === 'secret').length
  const [long, shut, silent, ...rest] = readable.toSorted((one, other) => secretsOf(other) - secretsOf(one))
  if (!long || !shut || !silent || rest.length === 0) throw new Error('too few vaults can be read')
  for (const at of [capturedAt, daysLater(6), latestAt]) {
    standIn.azure.clock.set(at)
    if (at === latestAt) {
      // One list of secrets breaks off after its first page, one firewall closes, one vault says nothing of single objects.
      standIn.faults.add({
        id: 'broken list',
        match: { host: `${long.name}.vault.azure.net`, path: '/secrets', after: 1 },
        act: { kind: 'status', status: 404 },
      })
      for (const path of ['/secrets/*/versions', '/keys/*']) {
        const match = { host: `${silent.name}.vault.azure.net`, path }
        standIn.faults.add({ id: path, match, act: { kind: 'status', status: 404 } })
      }
      amend({ kind: 'access', from: at, vault: shut.name, access: 'firewall' })
    }
    const { exitCode } = await installation.takes(at)
    expect([0, 3]).toContain(exitCode)
  }
  const gaps = await db.observation.findMany({ where: { validTo: null, status: 'partly', missing: 'items' } })
  expect(gaps.map(({ part }) => part)).toEqual(expect.arrayContaining(['secrets', 'versions']))
}, 120_000)
afterAll(() => standIn.close())

/** What the tallies say of each rule that judges by a threshold. */
async function remembered(at: Date, of: Scope) {
  const rows = await db.$queryRaw<{ ruleId: string; counts: Record<string, number> }[]>(sql`
    select rule_id as "ruleId", jsonb_build_object('pass', sum(pass), 'fail', sum(fail), 'unknown', sum(unknown),
      'notApplicable', sum(not_applicable), 'waived', sum(waived)) as counts
    from standing_tally t
    where valid_from <= ${at} and (valid_to is null or valid_to > ${at}) and ${withinScope(of, sql`t.owner`, sql`t.vault_owner`)}
    group by rule_id`)
  const judged = new Set(judgedByThresholds.map(({ id }) => id))
  return Object.fromEntries(rows.flatMap(({ ruleId, counts }) => (judged.has(ruleId) ? [[ruleId, counts]] : [])))
}

async function previewed(at: Date, weeksBack: number, of: Scope = everything, policy: Policy = defaultPolicy) {
  const preview = await previewPolicy(db, of, {
    at,
    before: policy,
    after: policy,
    ownerTagNames,
    rules: judgedByThresholds,
  })
  return Object.fromEntries(
    preview.rules.flatMap(({ rule, points }) => {
      const counts = points.at(-1 - weeksBack)?.after
      return counts && Object.values(counts).some((value) => value > 0) ? [[rule.id, counts]] : []
    }),
  )
}

test('of an unchanged policy the preview says what the snapshot remembered', async () => {
  const tallies = await remembered(latestAt, everything)
  expect(Object.keys(tallies).length).toBeGreaterThan(8)
  expect(await previewed(latestAt, 0)).toEqual(tallies)
})

test('so it does of a day in the past', async () => {
  expect(await previewed(latestAt, 1)).toEqual(await remembered(capturedAt, everything))
})

test('an owner is told of what is theirs and of nothing else', async () => {
  const [named] = await db.$queryRaw<{ owner: string }[]>(sql`
    select owner from object_state where owner is not null and valid_to is null group by owner order by count(*) desc limit 1`)
  const mine = scope({ roles: ['Kempt.Owner'], name: named?.owner ?? '' })
  const tallies = await remembered(latestAt, mine)
  expect(Object.keys(tallies).length).toBeGreaterThan(2)
  expect(await previewed(latestAt, 0, mine)).toEqual(tallies)
})

test('a stricter rotation fails more, names whom, and moves posture down; nothing is judged that it cannot change', async () => {
  const before = defaultPolicy
  const after = policySchema.parse({ thresholds: { rotationDays: 20 } })
  const preview = await previewPolicy(db, everything, { at: latestAt, before, after, ownerTagNames })
  expect(preview.rules.map(({ rule }) => rule.id)).toEqual(['secret-overdue-for-rotation'])
  const [overdue] = preview.rules
  const now = overdue?.points.at(-1)
  if (!overdue || !now) throw new Error('nothing was previewed')
  const { total, first } = overdue.newlyFailing
  expect(total).toBeGreaterThan(0)
  expect(now.after.fail - now.before.fail).toBe(total)
  expect(overdue.newlyPassing.total).toBe(0)
  expect(first).toHaveLength(Math.min(100, total))
  expect(first[0]).toMatchObject({
    vault: expect.any(String),
    object: { kind: 'secret', name: expect.any(String) },
    because: expect.stringContaining('the next rotation was due on'),
  })
  const standings = await getPosture(db, { scope: everything, at: latestAt, comparedAt: latestAt })
  expect(preview.posture.before).toBeCloseTo(posture(standings) ?? -1, 10)
  expect(preview.posture.after).toBeLessThan(preview.posture.before ?? 0)
})

test('an override moves only what it is for', async () => {
  const after = policySchema.parse({
    overrides: [{ selector: { environments: ['production'] }, thresholds: { rotationDays: 20 } }],
  })
  const preview = await previewPolicy(db, everything, {
    at: latestAt,
    before: defaultPolicy,
    after,
    ownerTagNames,
    most: 10_000,
  })
  const { first = [] } = preview.rules[0]?.newlyFailing ?? {}
  expect(first.length).toBeGreaterThan(0)
  const production = await db.$queryRaw<{ name: string }[]>(sql`
    select v.name from vault v join vault_state s on s.vault_id = v.id
    where s.valid_to is null and s.environment = 'production'`)
  const names = new Set(production.map(({ name }) => name))
  expect(first.filter(({ vault }) => !names.has(vault))).toEqual([])
})

test('what is waived is counted apart, as everywhere', async () => {
  const [finding] = await db.verdict.findMany({
    where: { ruleId: 'secret-overdue-for-rotation', status: 'fail', validTo: null },
    take: 1,
  })
  if (!finding) throw new Error('nothing is overdue')
  const validTo = daysLater(60)
  await db.waiver.create({
    data: {
      batch: '00000000-0000-4000-8000-000000000000',
      vaultId: finding.vaultId,
      objectId: finding.objectId,
      ruleId: finding.ruleId,
      kind: 'accepted-risk',
      reason: 'It is known.',
      endsOn: validTo,
      askedAt: capturedAt,
      askedBy: 'ana',
      askedById: 'ana',
      approved: true,
      validFrom: daysLater(5),
      validTo,
    },
  })
  const tallies = await remembered(latestAt, everything)
  expect(tallies['secret-overdue-for-rotation']).toMatchObject({ waived: 1 })
  expect(await previewed(latestAt, 0)).toEqual(tallies)
  expect(await previewed(latestAt, 1)).toEqual(await remembered(capturedAt, everything))
})
