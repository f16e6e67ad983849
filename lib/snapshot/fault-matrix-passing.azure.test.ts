// Every fault that goes by itself, against everything the job asks of Azure: it leaves no trace in what is remembered, and costs
// one more request each. A Latin square: in run k the act k + i befalls operation i, once for every vault it is asked about.
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { aSmallEstate, capturedAt } from './testing/a-small-estate.ts'
import { type Operation, operationsIn } from './testing/azure-operations.ts'
import { differences } from './testing/differences.ts'
import { type Act, acts, stall, suits } from './testing/fault-acts.ts'
import { type MatrixRun, matrixRuns } from './testing/matrix-runs.ts'
import { mostTries, triesOfCall } from './testing/tries.ts'

const passing = acts.filter(({ passes }) => passes)

let standIn: Awaited<ReturnType<typeof aSmallEstate>>
let runs: ReturnType<typeof matrixRuns>
let calm: MatrixRun
let operations: Operation[]
beforeAll(async () => {
  standIn = await aSmallEstate({ vaults: 2 })
  runs = matrixRuns(standIn)
  calm = await runs.run()
  operations = operationsIn(calm.entries, standIn.azure.organization, capturedAt)
}, 120_000)
afterEach(() => standIn.faults.clear())
afterAll(async () => {
  await runs.close()
  await standIn.close()
})

test('an undisturbed run asks every service, and asks nothing twice', () => {
  const services = ['managed-identity', 'resource-graph', 'key-vault', 'resource-manager', 'log-analytics']
  expect(new Set(operations.map(({ service }) => service))).toEqual(new Set(services))
  expect(mostTries(calm.entries)).toBe(1)
})

test.each(passing.map((_, shift) => shift))(
  'no fault of run %i of the square leaves a trace',
  async (shift) => {
    for (const [index, operation] of operations.entries()) {
      const act = passing[(shift + index) % passing.length]
      if (act && suits(act, operation)) befalls(operation, act)
    }
    // A connection that was cut inside a tunnel is at times noticed by the deadline alone, which is half a minute otherwise.
    leavesNoTrace(await runs.run({ deadlineMs: 6000 }))
  },
  180_000,
)

test('an answer that never ends is given up and asked for again', async () => {
  for (const operation of operations) befalls(operation, stall)
  leavesNoTrace(await runs.run({ deadlineMs: 1000 }))
}, 180_000)

/** The first request of the operation about each vault. */
function befalls(operation: Operation, act: Act): void {
  const { vaults } = standIn.azure.organization.estateAt(capturedAt)
  for (const vault of operation.ofVault ? vaults.map(({ name }) => name) : [undefined]) {
    const id = `${act.name} at ${operation.name}${vault ? ` of ${vault}` : ''}`
    standIn.faults.add({ id, match: operation.match(vault), times: 1, act: act.act })
  }
}

function leavesNoTrace({ reply, said, entries, memory }: MatrixRun): void {
  const rules = standIn.faults.list()
  const met = (name: string) => rules.filter(({ id }) => id.includes(` at ${name}`)).some(({ hits }) => hits > 0)
  const faulty = operations.filter(({ name }) => rules.some(({ id }) => id.includes(` at ${name}`)))
  expect(faulty.length).toBeGreaterThan(operations.length / 2)
  expect(faulty.map(({ name }) => name).filter((name) => !met(name))).toEqual([])
  expect(said).toBe('')
  expect(reply).toEqual(calm.reply)
  expect(differences(calm.memory, memory)).toEqual([])
  expect(mostTries(entries)).toBeLessThanOrEqual(triesOfCall)
}
