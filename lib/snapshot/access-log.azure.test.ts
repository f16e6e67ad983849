// What is remembered of the access log, held against every single row of the organization's own: and what a workspace that does
// not answer as it should is remembered as. Long because every way a log can fail is a case.
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import type { StandIn } from '#e2e/azure/open-stand-in.ts'
import type { Access, Workspace } from '#e2e/azure/organization/organization.ts'
import { startStandIn } from '#e2e/azure/start-stand-in.ts'
import { type Database, sql } from '#lib/db/open-database.ts'
import { anInstallation } from './testing/an-installation.ts'

const dayMs = 86_400_000
const capturedAt = new Date('2026-11-20T02:15:00Z')
const daysLater = (days: number) => new Date(capturedAt.getTime() + days * dayMs)
/** Rows take ten minutes to arrive. */
const arrivedBy = (at: Date) => new Date(at.getTime() - 600_000 + 1)

let standIn: StandIn
beforeAll(async () => {
  standIn = await startStandIn({ seed: 7, vaults: 16 })
})
afterEach(() => standIn.faults.clear())
afterAll(() => standIn.close())

const organization = () => standIn.azure.organization
const workspacesAt = (at: Date): Workspace[] => organization().estateAt(at).workspaces

const isNoise = ({ operation, clientInfo, caller }: Access) =>
  operation === 'Authentication' ||
  operation === 'VaultGet' ||
  operation.endsWith('EventGridNotification') ||
  /^(AzureResourceGraph\.IngestionWorkerService|PolicyScan-GF)/.test(clientInfo) ||
  caller?.objectId === organization().kemptIdentity.objectId

const keyOf = (row: Access) => {
  const { object, caller, httpStatus: status } = row
  const outcome =
    status < 300
      ? 'ok'
      : status === 401 || status === 403
        ? 'denied'
        : status === 404
          ? 'missing'
          : status === 429
            ? 'throttled'
            : 'error'
  return [
    row.vault.name,
    object ? `${object.kind}/${object.name.toLowerCase()}` : '',
    object && status !== 404 ? (object.version ?? '') : '',
    caller?.objectId ?? 'unknown',
    row.operation,
    outcome,
    row.address,
    row.at.toISOString().slice(0, 10),
  ].join(' ')
}

/** Calls by everything they are told apart by, straight from the organization's rows. */
function trulyCalled(from: Date, to: Date, isWanted: (workspace: Workspace) => boolean = () => true) {
  const rows = workspacesAt(to)
    .filter(isWanted)
    .flatMap(({ customerId }) => organization().accesses(customerId, from, arrivedBy(to)))
  const counts = new Map<string, number>()
  for (const row of rows) if (!isNoise(row)) counts.set(keyOf(row), (counts.get(keyOf(row)) ?? 0) + 1)
  return Object.fromEntries([...counts].sort())
}

async function remembered(db: Database, from: Date): Promise<Record<string, number>> {
  const rows = await db.$queryRaw<{ key: string; calls: number }[]>(sql`
    select concat_ws(' ', v.name, case when a.kind is null then '' else a.kind || '/' || a.name_key end, a.version, c.identity,
      a.operation, a.outcome, a.address, a.day) as key, a.calls
    from every_access_day a join vault v on v.id = a.vault_id join caller c on c.id = a.caller_id
    where a.day >= ${from.toISOString().slice(0, 10)}::date`)
  return Object.fromEntries(rows.map(({ key, calls }) => [key, calls] as const).sort())
}

const midnight = (at: Date, daysBefore = 0) => new Date((Math.floor(at.getTime() / dayMs) - daysBefore) * dayMs)
const logQueries = () => standIn.azure.journal.counts()['log-analytics'] ?? 0

test('every row of the log is counted once, and none is invented', async () => {
  standIn.azure.clock.set(capturedAt)
  const { db, takes } = await anInstallation(standIn)
  const before = logQueries()
  await takes(capturedAt)
  // One summary for each workspace.
  expect(logQueries() - before).toBeLessThanOrEqual(workspacesAt(capturedAt).length)
  const from = midnight(capturedAt, 25)
  const truth = trulyCalled(from, capturedAt)
  expect(Object.keys(truth).length).toBeGreaterThan(500)
  expect(await remembered(db, from)).toEqual(truth)

  const hours = await db.$queryRaw<{ wrong: number }[]>(sql`
    select count(*)::int as wrong from access_day where calls <> (select sum(h) from unnest(hours) h)`)
  expect(hours).toEqual([{ wrong: 0 }])

  standIn.azure.clock.set(daysLater(1))
  await takes(daysLater(1))
  expect(await remembered(db, from)).toEqual(trulyCalled(from, daysLater(1)))
})

const insights = { host: 'api.loganalytics.*' }

test.each([
  ['is missing', 'workspace-missing', 'workspace-unreadable'],
  ['is forbidden', 'workspace-forbidden', 'forbidden'],
  ['holds nothing', 'workspace-empty', 'log-silent'],
  ['never answers in time', 'query-timeout', 'timed-out'],
] as const)('a workspace that %s is recorded as that, never as no reads', async (_, kind, code) => {
  standIn.azure.clock.set(capturedAt)
  standIn.faults.add({ id: 'logs', match: insights, act: { kind } })
  const { db, takes } = await anInstallation(standIn)
  const { summary } = await takes(capturedAt)
  expect(summary.vaultsDone).toBe(summary.vaultsTotal)
  const logged = await db.observation.findMany({
    where: { part: 'access-log', reasonCode: { notIn: ['not-logged', 'not-asked'] } },
    select: { status: true, reasonCode: true },
  })
  expect(logged.length).toBeGreaterThan(5)
  expect(logged.every((line) => line.status === 'not' && line.reasonCode === code)).toBe(true)
  const ofUse = ['unused-secret', 'expired-secret-still-read', 'old-version-still-read', 'caller-not-caching']
  const judged = await db.tally.findMany({ where: { ruleId: { in: ofUse } } })
  expect(judged.reduce((total, { pass, fail }) => total + pass + fail, 0)).toBe(0)
  expect(judged.reduce((total, { unknown }) => total + unknown, 0)).toBeGreaterThan(0)
})

test('a workspace that gives only part of its rows is asked for less at a time, until all of them are there', async () => {
  standIn.azure.clock.set(capturedAt)
  standIn.faults.add({ id: 'part', match: insights, times: 6, act: { kind: 'partial' } })
  const { db, takes } = await anInstallation(standIn)
  const { summary } = await takes(capturedAt)
  expect(summary.problems.filter((problem) => problem.includes('workspace'))).toEqual([])
  const from = midnight(capturedAt, 25)
  expect(await remembered(db, from)).toEqual(trulyCalled(from, capturedAt))
})

// The last one: what is amended stays amended.
test('rows that arrive a day late are added to their day', async () => {
  const workspace = workspacesAt(capturedAt)[0]
  if (!workspace) throw new Error('there is no workspace')
  standIn.azure.organization.amend({
    kind: 'late-log',
    from: new Date(capturedAt.getTime() - 8 * 3_600_000),
    until: capturedAt,
    workspace: workspace.customerId,
    arrivesAt: new Date(capturedAt.getTime() + 20 * 3_600_000),
  })
  const { db, takes } = await anInstallation(standIn)
  const from = midnight(capturedAt, 3)
  const isIt = ({ customerId }: Workspace) => customerId === workspace.customerId
  standIn.azure.clock.set(capturedAt)
  await takes(capturedAt)
  const missing = Object.keys(trulyCalled(from, capturedAt, isIt)).length
  expect(Object.keys(await remembered(db, from)).length).toBeLessThan(Object.keys(trulyCalled(from, capturedAt)).length)
  expect(missing).toBeGreaterThan(0)
  standIn.azure.clock.set(daysLater(1))
  await takes(daysLater(1))
  expect(await remembered(db, from)).toEqual(trulyCalled(from, daysLater(1)))
})
