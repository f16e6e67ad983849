// The job among faults: one bad vault never stops the others, a killed run is resumed, two never overlap.
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import type { StandIn } from '#e2e/azure/open-stand-in.ts'
import { startStandIn } from '#e2e/azure/start-stand-in.ts'
import type { Database } from '#lib/db/open-database.ts'
import { anInstallation } from './testing/an-installation.ts'
import { describeMemory } from './testing/describe-memory.ts'

const capturedAt = new Date('2026-11-20T02:15:00Z')
const minutesLater = (minutes: number) => new Date(capturedAt.getTime() + minutes * 60_000)

let standIn: StandIn
beforeAll(async () => {
  standIn = await startStandIn({ seed: 11, vaults: 16 })
  standIn.azure.clock.set(capturedAt)
})
afterEach(() => standIn.faults.clear())
afterAll(() => standIn.close())

test('while one snapshot runs a second one is refused with exit code 4', async () => {
  const { starts, takes } = await anInstallation(standIn)
  standIn.faults.add({ id: 'slow', match: { host: '*.vault.azure.net' }, times: 40, act: { kind: 'delay', ms: 2000 } })
  const firstAsked = standInIsAsked()
  const first = starts(capturedAt)
  await firstAsked
  const second = await starts(minutesLater(1)).finished
  expect(second).toMatchObject({ exitCode: 4, err: expect.stringContaining('another snapshot is running') })
  expect(await first.finished).toMatchObject({ exitCode: 3, err: '' })
  standIn.faults.clear()
  expect((await takes(minutesLater(2))).summary.rowsWritten).toBe(0)
})

test('a run that was killed is resumed, and memory is the same as after an undisturbed run', async () => {
  const undisturbed = await anInstallation(standIn)
  await undisturbed.takes(capturedAt)

  const killed = await anInstallation(standIn)
  const run = killed.starts(capturedAt, { KEMPT_CONCURRENCY: '2' })
  await someVaultsAreRemembered(killed.db)
  run.process.kill('SIGKILL')
  await run.finished
  const seenBefore = await killed.db.vault.count({ where: { observedIn: { not: null } } })
  const resumed = await killed.takes(minutesLater(5))
  expect(resumed.summary.resumed).toBe(true)
  expect(seenBefore).toBeGreaterThan(0)
  expect(seenBefore).toBeLessThan(16)
  expect(await killed.db.snapshot.count()).toBe(1)
  expect(await auditOf(killed.db)).toEqual([['the command line', 'snapshot-ended', 'snapshot 1', 'partial']])
  expect(await describeMemory(killed.db)).toEqual(await describeMemory(undisturbed.db))
})

test('a vault that answers garbage, resets, stalls or throttles for good is unknown, and the others are read', async () => {
  const names = standIn.azure.organization
    .estateAt(capturedAt)
    .vaults.filter(({ access }) => access === 'readable')
    .map(({ name }) => name)
  const [garbage, broken, throttled] = names
  const { db, takes } = await anInstallation(standIn)
  standIn.faults.add({ id: 'g', match: { host: `${garbage}.vault.azure.net` }, act: { kind: 'malformed' } })
  standIn.faults.add({
    id: 'b',
    match: { host: `${broken}.vault.azure.net`, path: '/secrets' },
    act: { kind: 'status', status: 404 },
  })
  standIn.faults.add({
    id: 't',
    match: { host: `${throttled}.vault.azure.net`, path: '/secrets' },
    act: { kind: 'throttle', perSecond: 0.001, burst: 0 },
  })
  const { exitCode, summary } = await takes(capturedAt)
  expect(exitCode).toBe(3)
  expect(summary.vaultsDone).toBe(16)
  const ledger = await db.observation.findMany({
    where: { part: 'secrets', vault: { name: { in: [garbage ?? '', broken ?? '', throttled ?? ''] } } },
    select: { status: true, reasonCode: true, vault: { select: { name: true } } },
  })
  const reasonOf = (name?: string) => ledger.find(({ vault }) => vault.name === name)?.reasonCode
  expect(reasonOf(garbage)).toBe('malformed-answer')
  expect(reasonOf(broken)).toBe('not-found')
  expect(reasonOf(throttled)).toBe('throttled')
  const unknown = await db.tally.findMany({ where: { vault: { name: garbage ?? '' }, ruleId: 'secret-expired' } })
  expect(unknown.map(({ pass, fail }) => pass + fail)).toEqual([0])
  expect(unknown.every(({ unknown: count }) => count > 0)).toBe(true)
})

test('an object whose details could not be read again is unknown until they are, and memory keeps what it knew', async () => {
  const { db, takes, takesForAPerson } = await anInstallation(standIn)
  await takes(capturedAt)
  const where = { ruleId: 'old-version-still-enabled', validTo: null }
  const finding = await db.verdict.findFirstOrThrow({
    where: { ...where, status: 'fail' },
    include: { object: true, vault: true },
    orderBy: { id: 'asc' },
  })
  const { objectId, vaultId } = finding
  const versions = () => db.objectVersion.findMany({ where: { objectId: objectId ?? 0 }, orderBy: { id: 'asc' } })
  const known = await versions()
  const line = () => db.observation.findFirst({ where: { vaultId, part: 'versions', validTo: null } })

  const path = `/secrets/${finding.object?.name}/versions`
  const match = { host: `${finding.vault.name}.vault.azure.net`, path }
  standIn.faults.add({ id: 'lost', match, act: { kind: 'status', status: 404 } })
  await takesForAPerson(minutesLater(1))
  const after = () => db.verdict.findFirst({ where: { ...where, objectId } })
  expect(await after()).toMatchObject({ status: 'unknown', reasonCode: 'not-found', failingSince: capturedAt })
  expect(await line()).toMatchObject({ status: 'partly', missing: 'items', reasonCode: 'not-found' })
  expect(await versions()).toEqual(known)

  standIn.faults.clear()
  await takes(minutesLater(2))
  expect(await after()).toMatchObject({ status: 'fail', failingSince: capturedAt })
  expect(await line()).toMatchObject({ status: 'read' })
})

test('passing trouble leaves no trace: the memory is that of an undisturbed run', async () => {
  const calm = await anInstallation(standIn)
  await calm.takes(capturedAt)
  const rough = await anInstallation(standIn)
  for (const [id, act] of [
    ['reset', { kind: 'reset' }],
    ['cut', { kind: 'truncate' }],
    ['garbage', { kind: 'malformed' }],
    ['busy', { kind: 'status', status: 503 }],
  ] as const) {
    standIn.faults.add({ id, match: { host: '*.vault.azure.net', every: 37 }, times: 3, act })
  }
  const { summary } = await rough.takes(capturedAt)
  expect(summary.retries).toBeGreaterThan(0)
  expect(await describeMemory(rough.db)).toEqual(await describeMemory(calm.db))
})

test('when the list of vaults itself cannot be read the snapshot fails, says why, and changes nothing', async () => {
  const { db, starts, takes } = await anInstallation(standIn)
  await takes(capturedAt)
  const before = await describeMemory(db)
  standIn.faults.add({ id: 'graph', match: { path: '*ResourceGraph*' }, act: { kind: 'status', status: 403 } })
  const { exitCode, err } = await starts(minutesLater(1)).finished
  expect(exitCode).toBe(1)
  expect(err).toMatch(/^The snapshot failed: .+\n$/)
  expect(err).not.toContain('    at ')
  expect(await describeMemory(db)).toEqual(before)
  expect(await db.snapshot.findFirst({ orderBy: { id: 'desc' } })).toMatchObject({
    status: 'failed',
    failure: expect.any(String),
  })
  expect(await auditOf(db)).toEqual([
    ['the command line', 'snapshot-ended', 'snapshot 1', 'partial'],
    ['the command line', 'snapshot-ended', 'snapshot 2', 'failed'],
  ])
})

/** Resolves at the first request to a vault. */
function standInIsAsked(): Promise<void> {
  standIn.azure.journal.clear()
  return until(() => (standIn.azure.journal.counts()['key-vault'] ?? 0) > 0)
}

const someVaultsAreRemembered = (db: Database) =>
  until(async () => (await db.vault.count({ where: { observedIn: { not: null } } })) >= 2)

/** Asks again until it is so; the test's own time limit is the end of patience. */
async function until(holds: () => boolean | Promise<boolean>): Promise<void> {
  while (!(await holds())) await new Promise((resolve) => setImmediate(resolve))
}

/** The lines of the audit log: a run is one, however it ended and however often it was begun. */
async function auditOf(db: Database): Promise<unknown[]> {
  const lines = await db.auditEvent.findMany({ orderBy: { id: 'asc' } })
  return lines.map(({ actor, action, subject, detail }) => [
    actor,
    action,
    subject,
    typeof detail === 'object' && detail !== null && 'status' in detail ? detail.status : null,
  ])
}
