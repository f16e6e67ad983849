// Every fault that stays, against everything the job asks of a vault: what it touches is unknown for the right reason, and all
// else is as if nothing had happened. Many at once, each in a vault of its own or for a reason of its own.
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { aSmallEstate, capturedAt } from './testing/a-small-estate.ts'
import { type Operation, operationsIn } from './testing/azure-operations.ts'
import { differences } from './testing/differences.ts'
import { type Act, acts, stall, suits } from './testing/fault-acts.ts'
import { addFaults, type Cell, nameOf, takeCells, type Waiting } from './testing/fault-cells.ts'
import { claims, ledgerChanges, turnedUnknown, withoutVaults } from './testing/ledger-changes.ts'
import { type MatrixRun, matrixRuns } from './testing/matrix-runs.ts'
import { callsOf, limitedBy, mostTries, triesOfCall } from './testing/tries.ts'

let standIn: Awaited<ReturnType<typeof aSmallEstate>>
let runs: ReturnType<typeof matrixRuns>
let calm: MatrixRun
let ofVaults: Operation[]
beforeAll(async () => {
  standIn = await aSmallEstate({ vaults: 14 })
  runs = matrixRuns(standIn, { processPerRun: false })
  calm = await runs.run()
  ofVaults = operationsIn(calm.entries, standIn.azure.organization, capturedAt).filter(({ ofVault }) => ofVault)
}, 120_000)
afterEach(() => standIn.faults.clear())
afterAll(async () => {
  await runs.close()
  await standIn.close()
})

test('whatever fails for good is unknown, and nothing else is', async () => {
  await untilAllIsTried(acts, {})
}, 600_000)

test('an answer that never ends is unknown after three tries, and nothing else is', async () => {
  await untilAllIsTried([stall], { deadlineMs: 1000 })
}, 120_000)

async function untilAllIsTried(acts: readonly Act[], options: { deadlineMs?: number }) {
  // Later pages go wrong in the fullest vault: elsewhere the first one is empty, and here what it held must not pass for all.
  const { organization } = standIn.azure
  const fullness = ({ name }: { name: string }) => organization.objectsAt(name, capturedAt).length
  const vaults = organization
    .estateAt(capturedAt)
    .vaults.toSorted((a, b) => fullness(b) - fullness(a))
    .map(({ name }) => name)
  const waiting: Waiting[] = acts.flatMap((act) =>
    ofVaults
      .filter((operation) => suits(act, operation))
      .map((operation) => {
        const asked = vaults.filter((vault) => callsOf(calm.entries, operation.match(vault)) > 0)
        expect(asked, operation.name).not.toEqual([])
        const isLater = /skiptoken/i.test(operation.name) && asked[0] === vaults[0]
        return { operation, act, vaults: isLater ? asked.slice(0, 1) : asked, alone: false }
      }),
  )
  while (waiting.length > 0) {
    standIn.faults.clear()
    const cells = takeCells(waiting, 3)
    addFaults(standIn, cells)
    const run = await runs.run(options)
    const hits = new Map(standIn.faults.list().map(({ id, hits }) => [id, hits]))
    touchesOnly(cells, run)
    for (const cell of cells) {
      if ((hits.get(nameOf(cell)) ?? 0) > 0 && isTold(cell, run)) continue
      // Another one of the same vault may have hidden it; by itself nothing can.
      const others = cells.filter((other) => other !== cell && other.vault === cell.vault)
      expect(others, `${nameOf(cell)} is neither met nor told`).not.toEqual([])
      waiting.push({ operation: cell.operation, act: cell.act, vaults: [cell.vault], alone: true })
    }
  }
}

/** Other vaults are remembered as they would be, and of these nothing is claimed that was not seen. */
function touchesOnly(cells: readonly Cell[], { reply, said, entries, memory }: MatrixRun) {
  expect(said).toBe('')
  expect(reply).toMatchObject({ summary: { status: 'partial', problems: [] } })
  const touched = new Set(cells.flatMap(({ vault, act }) => (vault !== null && act.code ? [vault] : [])))
  expect(differences(withoutVaults(calm.memory, touched), withoutVaults(memory, touched))).toEqual([])
  expect(claims(calm.memory, memory)).toEqual([])
  for (const { vault, part, before, status, code } of ledgerChanges(calm.memory, memory)) {
    const reasons = cells.filter((cell) => cell.vault === vault).map(({ act }) => act.code)
    // What the control plane cannot tell instead keeps the reason for which it was asked; and where a vault logs to being
    // unknown, nobody is asked for its log.
    expect([...reasons, before.split(' ')[1], 'not-asked'], `${part} of ${vault}: ${before} → ${status}`).toContain(
      code,
    )
    expect(status, `${part} of ${vault}`).not.toBe('read')
  }
  for (const { vault, code } of turnedUnknown(calm.memory, memory)) {
    const reasons = cells.filter((cell) => cell.vault === vault).map(({ act }) => act.code)
    expect([...reasons, ...shutFor(vault), 'not-asked'], vault).toContain(code)
  }
  expect(mostTries(entries)).toBeLessThanOrEqual(triesOfCall)
  expect(limitedBy(entries) - limitedByFaults()).toBe(0)
}

function isTold({ vault, act }: Cell, { memory }: MatrixRun): boolean {
  if (act.code === null) return true
  const changes = ledgerChanges(calm.memory, memory).filter((change) => change.vault === vault)
  return (
    changes.some(({ code, before }) => code === act.code || before.endsWith(` ${code}`)) ||
    turnedUnknown(calm.memory, memory).some((verdict) => verdict.vault === vault && verdict.code === act.code)
  )
}

/** Why a vault is shut without any fault. */
const shutFor = (vault: string) =>
  (calm.memory.observation ?? []).flatMap((line) => {
    const { vault: name, reason_code } = JSON.parse(line)
    return name === vault && reason_code !== null ? [reason_code] : []
  })

const limitedByFaults = () =>
  standIn.faults
    .list()
    .filter(({ act }) => act.kind === 'throttle' || (act.kind === 'status' && act.status === 429))
    .reduce((sum, { hits }) => sum + hits, 0)
