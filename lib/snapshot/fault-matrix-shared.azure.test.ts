// Every fault that stays, against what is asked once for the whole estate. Without the list of vaults nothing can be said: the
// run fails and changes nothing. All the rest is a part that is unknown.
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { freshDatabaseUrl } from '#e2e/database/fresh-database.ts'
import { aSmallEstate, capturedAt } from './testing/a-small-estate.ts'
import { type Operation, operationsIn } from './testing/azure-operations.ts'
import { differences } from './testing/differences.ts'
import { type Act, acts, stall, suits } from './testing/fault-acts.ts'
import { addFaults, nameOf, takeCells, type Waiting } from './testing/fault-cells.ts'
import { claims, ledgerChanges, turnedUnknown } from './testing/ledger-changes.ts'
import { type MatrixRun, matrixRuns } from './testing/matrix-runs.ts'
import { memoryIn } from './testing/memory-in.ts'
import { mostTries, triesOfCall } from './testing/tries.ts'

const failing = acts.filter(({ code }) => code !== null)

let standIn: Awaited<ReturnType<typeof aSmallEstate>>
let runs: ReturnType<typeof matrixRuns>
let calm: MatrixRun
let tokens: Operation[]
/** Those without which a run fails, and the others. */
let vital: Operation[]
let partial: Operation[]
beforeAll(async () => {
  standIn = await aSmallEstate({ vaults: 1, pages: false })
  runs = matrixRuns(standIn, { processPerRun: false })
  calm = await runs.run()
  const shared = operationsIn(calm.entries, standIn.azure.organization, capturedAt).filter(({ ofVault }) => !ofVault)
  tokens = shared.filter(({ service }) => service === 'managed-identity')
  vital = shared.filter(({ name }) => /\/(subscriptions|resourcegroups|vaults|workspaces)'/.test(name))
  partial = shared.filter((operation) => !tokens.includes(operation) && !vital.includes(operation))
}, 120_000)
afterEach(() => standIn.faults.clear())
afterAll(async () => {
  await runs.close()
  await standIn.close()
})

test('a run that cannot list the estate fails, says why, and leaves everything remembered as it was', async () => {
  expect(vital).toHaveLength(4)
  const before = await memoryIn(calm.databaseUrl)
  let seconds = 0
  for (const operation of vital) {
    for (const act of [...failing.filter((act) => suits(act, operation)), stall]) {
      standIn.faults.clear()
      addFaults(standIn, [{ operation, act, vault: null }])
      const at = new Date(capturedAt.getTime() + ++seconds * 1000)
      const { reply, said, entries } = await runs.runIn(calm.databaseUrl, at, act === stall ? { deadlineMs: 700 } : {})
      const place = `${act.name} at ${operation.name}`
      expect(reply, place).toMatchObject({
        failure: { name: 'EstateUnreadable', message: expect.stringMatching(/^Could not read [^\n]+\.$/) },
      })
      expect(said, place).toBe('')
      expect(mostTries(entries), place).toBeLessThanOrEqual(triesOfCall)
    }
    expect(differences(before, await memoryIn(calm.databaseUrl)), operation.name).toEqual([])
  }
}, 900_000)

test('whatever else is asked once for all is unknown where it fails for good, and nothing else is', async () => {
  const waiting: Waiting[] = failing.flatMap((act) =>
    partial
      .filter((operation) => suits(act, operation))
      .map((operation) => ({ operation, act, vaults: [null], alone: false })),
  )
  while (waiting.length > 0) {
    standIn.faults.clear()
    const cells = takeCells(waiting, 5)
    addFaults(standIn, cells)
    const run = await runs.run()
    const hits = new Map(standIn.faults.list().map(({ id, hits }) => [id, hits]))
    const reasons = cells.flatMap(({ act }) =>
      act.code === 'not-found' ? [act.code, 'workspace-unreadable'] : [act.code],
    )
    isUnknownFor(reasons, run)
    for (const cell of cells) {
      if ((hits.get(nameOf(cell)) ?? 0) > 0 && isTold(cell.operation, cell.act, run)) continue
      expect(cells.length, `${nameOf(cell)} is neither met nor told`).toBeGreaterThan(1)
      waiting.push({ operation: cell.operation, act: cell.act, vaults: [null], alone: true })
    }
  }
}, 900_000)

const parts = ['roles', 'events', 'access-log']

function isUnknownFor(reasons: readonly (string | null)[], { reply, said, entries, memory }: MatrixRun) {
  expect(reply).toMatchObject({ summary: { status: 'partial' } })
  expect(said).toBe('')
  expect(claims(calm.memory, memory)).toEqual([])
  for (const { vault, part, before, status, code } of ledgerChanges(calm.memory, memory)) {
    expect(parts, vault).toContain(part)
    expect(reasons, `${part} of ${vault}: ${before} → ${status}`).toContain(code)
  }
  for (const { vault, code } of turnedUnknown(calm.memory, memory)) expect(reasons, vault).toContain(code)
  expect(mostTries(entries)).toBeLessThanOrEqual(triesOfCall)
}

/** In the ledger; or, of what belongs to no vault, among the problems of the run. */
function isTold({ service }: Operation, { code }: Act, { reply, memory }: MatrixRun): boolean {
  if (service === 'resource-manager')
    return 'summary' in reply && reply.summary.problems.some((problem) => problem.includes('deleted vaults'))
  return ledgerChanges(calm.memory, memory).some(
    (change) => change.code === code || (code === 'not-found' && change.code === 'workspace-unreadable'),
  )
}

// One act of each kind @azure/identity tells apart: a process that has no token yet, and waits as long as it says.
const ofSignIn = ['429', '500', 'reset', 'malformed', 'rbac', 'expired token']

test.each([...ofSignIn, stall.name])(
  'a sign-in that fails for good (%s) is tried a few times, and said to have failed',
  async (name) => {
    const act = [...acts, stall].find((act) => act.name === name)
    if (!act) throw new Error(`there is no act ${name}`)
    const fresh = matrixRuns(standIn)
    const [first, ...later] = tokens
    if (!first) throw new Error('nobody signed in')
    addFaults(standIn, [{ operation: first, act, vault: null }])
    const blind = await fresh.runIn(await freshDatabaseUrl(), capturedAt, { deadlineMs: 1500 })
    expect(blind.reply).toMatchObject({ failure: { message: expect.stringMatching(/^sign-in for [^\n]+$/) } })

    standIn.faults.clear()
    addFaults(
      standIn,
      later.map((operation) => ({ operation, act, vault: null })),
    )
    const run = await fresh.run({ deadlineMs: 4000 })
    await fresh.close()
    expect(run.reply).toMatchObject({ summary: { status: 'partial' } })
    expect(claims(calm.memory, run.memory)).toEqual([])
    const changes = ledgerChanges(calm.memory, run.memory)
    for (const { vault, part, code } of changes) expect(code, `${part} of ${vault}`).toBe('sign-in-failed')
    expect(new Set(changes.map(({ part }) => part))).toEqual(new Set([...ofVault, 'access-log']))
    // Three tries, each of which @azure/identity makes four of, for vaults and for logs; then it rests for half a minute, and on
    // a slow machine a run outlasts its first rest.
    const asked = [blind, run].map(
      ({ entries }) => entries.filter(({ service }) => service === 'managed-identity').length,
    )
    expect(Math.max(...asked)).toBeLessThanOrEqual(3 * 4 * 2 * 2 + 1)
  },
  120_000,
)

const ofVault = ['secrets', 'keys', 'certificates', 'deleted', 'versions', 'renewals', 'key-material']
