// Kempt loses its role on a whole subscription, and Azure lists nothing of it: what was there is unknown, and not gone.
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { createKeyVault } from '#e2e/azure/key-vault/key-vault.ts'
import { createLogAnalytics } from '#e2e/azure/log-analytics/log-analytics.ts'
import { openStandIn, type StandIn } from '#e2e/azure/open-stand-in.ts'
import { createOrganization } from '#e2e/azure/organization/create-organization.ts'
import { createResourceGraph } from '#e2e/azure/resource-graph/resource-graph.ts'
import { createResourceManager } from '#e2e/azure/resource-manager/resource-manager.ts'
import { type Database, sql } from '#lib/db/open-database.ts'
import { parts } from '#lib/domain/observed.ts'
import { everything } from '#lib/queries/a-remembered-estate.ts'
import { getStanding } from '#lib/queries/get-standing.ts'
import { anInstallation } from './testing/an-installation.ts'

// One story of six runs, each a process of its own.
vi.setConfig({ testTimeout: 240_000 })

const day = (number: number) => new Date(`2026-11-${number}T02:15:00Z`)
const roleIds = {
  reader: 'acdd72a7-3385-48ef-bd42-f606fba81ae7',
  keyVaultReader: '21090545-7ca7-4776-b22c-e363652d74d2',
}

let standIn: StandIn
/** The subscription that goes out of sight, its vaults, and one that is deleted on the same day where Kempt still looks. */
let lost: string
let hidden: string[]
let dropped: string
/** One that was deleted there before, and can be recovered. */
let deleted: string
beforeAll(async () => {
  const organization = createOrganization({ seed: '11', vaults: 6, objectsPerVault: 5 })
  const services = [createKeyVault(), createResourceGraph(), createResourceManager(), createLogAnalytics()]
  standIn = await openStandIn({ organization, services })
  const { vaults } = estate()
  const bySubscription = Map.groupBy(vaults, ({ subscriptionId }) => subscriptionId)
  const [[most, there] = ['', []]] = [...bySubscription].toSorted(([, one], [, other]) => other.length - one.length)
  lost = most
  const [first = '', ...rest] = there.map(({ name }) => name).sort()
  deleted = first
  hidden = rest
  dropped = vaults.find(({ subscriptionId }) => subscriptionId !== lost)?.name ?? ''
})
afterAll(() => standIn.close())

const estate = () => standIn.azure.organization.estateAt(day(20))

/** From that day on Kempt has its roles on every subscription but these. */
function sees(from: Date, { except = [] }: { except?: string[] } = {}) {
  const { amend, kemptIdentity } = standIn.azure.organization
  const scopes = estate().subscriptions.flatMap(({ id }) => (except.includes(id) ? [] : `/subscriptions/${id}`))
  const roles = Object.values(roleIds).flatMap((roleId) => scopes.map((scope) => ({ roleId, scope })))
  amend({ kind: 'roles', from, principalId: kemptIdentity.objectId, roles })
}

const others = () =>
  estate()
    .subscriptions.flatMap(({ id }) => (id === lost ? [] : id))
    .join(',')

const verdictsOf = (db: Database, names: string[], status: 'fail' | 'unknown') =>
  db.verdict.findMany({
    where: { vault: { name: { in: names } }, status, validTo: null },
    select: { ruleId: true, vaultId: true, objectId: true, failingSince: true },
    orderBy: [{ ruleId: 'asc' }, { vaultId: 'asc' }, { objectId: 'asc' }],
  })

const goneNames = async (db: Database) =>
  (await db.vault.findMany({ where: { goneAt: { not: null } }, orderBy: { name: 'asc' } })).map(({ name }) => name)

/** What was decided of the hidden vaults and holds, without when it was found to hold. */
const decidedOf = (db: Database) =>
  db.$queryRaw<unknown[]>(sql`
    select v.name, d.rule_id, d.object_id, d.status::text, d.failing_since from verdict d join vault v on v.id = d.vault_id
    where d.valid_to is null and v.name = any(${hidden}) order by 1, 2, 3`)

test('its vaults are unknown and not gone until they are seen again, or left out on purpose', async () => {
  const { db, takes, starts } = await anInstallation(standIn)
  const takesOn = async (number: number, environment: Record<string, string> = {}) => {
    standIn.azure.clock.set(day(number))
    return takes(day(number), environment)
  }
  sees(day(1))
  standIn.azure.organization.amend({ kind: 'vault-gone', from: day(19), vault: deleted })
  const before = (await takesOn(20)).summary
  const [failing, unknown] = [await verdictsOf(db, hidden, 'fail'), await verdictsOf(db, hidden, 'unknown')]
  const decided = await decidedOf(db)
  expect([hidden.length > 0, failing.length > 5]).toEqual([true, true])

  sees(day(21), { except: [lost] })
  standIn.azure.organization.amend({ kind: 'vault-gone', from: day(21), vault: dropped })
  const { exitCode, summary } = await takesOn(21)
  const { vaultsUnread } = summary
  const vaultsTotal = before.vaultsTotal - 1
  expect(exitCode).toBe(3)
  expect(summary).toMatchObject({ status: 'partial', vaultsTotal, vaultsDone: vaultsTotal, vaultsGone: 1 })
  expect(summary.problems.join('\n')).toContain(`subscription ${lost} cannot be seen any more: ${hidden.length} vault`)
  // What is deleted where Kempt still looks is gone, as ever.
  expect(await goneNames(db)).toEqual([dropped])
  expect(await db.deletedVault.count({ where: { name: deleted, validFrom: day(20), validTo: null } })).toBe(1)
  expect(await ledgerOfUnseen(db)).toEqual(hidden.flatMap((name) => parts.map((part) => `${name} ${part}`)).sort())
  expect(await verdictsOf(db, hidden, 'fail')).toEqual([])
  expect(await verdictsOf(db, hidden, 'unknown')).toEqual(expect.arrayContaining([...failing, ...unknown]))
  expect(vaultsUnread).toBeGreaterThanOrEqual(hidden.length)
  expect(await getStanding(db, { scope: everything, at: day(21) })).toMatchObject({
    status: 'partial',
    vaults: vaultsTotal,
    not: vaultsUnread,
  })
  for (const { passed, failed, unknown: undecided, ...of } of await sumsOf(db, day(21))) {
    const then = (await sumsOf(db, day(20))).find(({ name, ruleId }) => name === of.name && ruleId === of.ruleId)
    const all = (then?.passed ?? 0) + (then?.failed ?? 0) + (then?.unknown ?? 0)
    expect({ ...of, passed, failed, undecided }).toEqual({ ...of, passed: 0, failed: 0, undecided: all })
  }

  // Nothing is new a day later, and a run that is killed there is gone on with.
  standIn.azure.clock.set(day(22))
  standIn.faults.add({ id: 'held', match: { path: '/secrets' }, times: 1, act: { kind: 'stall' } })
  const run = starts(day(22), { KEMPT_CONCURRENCY: '1' })
  await until(() => standIn.faults.list().some(({ hits }) => hits === 1))
  run.process.kill('SIGKILL')
  await run.finished
  standIn.faults.clear()
  const resumed = (await takesOn(22)).summary
  expect(resumed).toMatchObject({ resumed: true, status: 'partial', vaultsTotal, vaultsDone: vaultsTotal })
  expect(resumed).toMatchObject({ vaultsUnread, vaultsGone: 0 })
  expect(await db.observation.count({ where: { vault: { name: { in: hidden } }, validFrom: day(22) } })).toBe(0)

  sees(day(23))
  expect((await takesOn(23)).summary).toMatchObject({ vaultsTotal, vaultsGone: 0 })
  expect(await ledgerOfUnseen(db)).toEqual([])
  expect(await goneNames(db)).toEqual([dropped])
  // The findings that were open go on, and were opened when they were.
  const back = await decidedOf(db)
  expect(back).toEqual(expect.arrayContaining(decided))

  sees(day(24), { except: [lost] })
  const left = (await takesOn(24, { KEMPT_SUBSCRIPTIONS: others() })).summary
  expect(left).toMatchObject({ vaultsGone: hidden.length, vaultsTotal: vaultsTotal - hidden.length })
  expect(await goneNames(db)).toEqual([dropped, ...hidden].sort())
})

/** Sums of verdicts at an instant, of each hidden vault and rule. */
const sumsOf = (db: Database, at: Date) =>
  db.$queryRaw<{ name: string; ruleId: string; passed: number; failed: number; unknown: number }[]>(sql`
    select v.name, t.rule_id as "ruleId", sum(t.pass)::int as passed, sum(t.fail)::int as failed,
      sum(t.unknown)::int as unknown
    from tally t join vault v on v.id = t.vault_id
    where v.name = any(${hidden}) and t.valid_from <= ${at} and (t.valid_to is null or t.valid_to > ${at})
    group by 1, 2`)

async function ledgerOfUnseen(db: Database): Promise<string[]> {
  const lines = await db.observation.findMany({
    where: { reasonCode: 'subscription-unseen', status: 'not', validTo: null },
    select: { part: true, vault: { select: { name: true } } },
  })
  return lines.map(({ part, vault }) => `${vault.name} ${part}`).sort()
}

/** Asks again until it is so; the test's own time limit is the end of patience. */
async function until(holds: () => boolean): Promise<void> {
  while (!holds()) await new Promise((resolve) => setImmediate(resolve))
}
