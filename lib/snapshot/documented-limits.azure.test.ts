// One snapshot of an estate that asks more of every service than it takes. The stand-in refuses what is too much, and its
// journal knows when each request came: what Azure documents is never exceeded by us. That calls which are refused all the same
// are not repeated for ever, with Retry-After or without, is what lib/snapshot/fault-matrix-lasting tells.
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { JournalEntry } from '#e2e/azure/journal.ts'
import { mostWithin } from '#lib/azure/testing/most-within.ts'
import { aBusyEstate, capturedAt } from './testing/a-busy-estate.ts'
import { anInstallation } from './testing/an-installation.ts'
import { mostAtOnce } from './testing/most-at-once.ts'
import { limitedBy } from './testing/tries.ts'

let standIn: Awaited<ReturnType<typeof aBusyEstate>>
let run: Awaited<ReturnType<Awaited<ReturnType<typeof anInstallation>>['takes']>>
let entries: readonly JournalEntry[]
beforeAll(async () => {
  standIn = await aBusyEstate()
  run = await (await anInstallation(standIn)).takes(capturedAt)
  entries = standIn.azure.journal.entries()
}, 300_000)
afterAll(() => standIn.close())

const of = (service: string) => entries.filter((entry) => entry.service === service)
const arrivals = (requests: readonly JournalEntry[]) => requests.map(({ onTheWire }) => onTheWire.fromMs)
const ofVault = (name: string) => entries.filter(({ host }) => host === `${name}.vault.azure.net`)

test('nothing was too much for Azure, nothing was tried twice, and all was read but what is shut', () => {
  expect(run.err).toBe('')
  expect(run.summary).toMatchObject({ vaultsTotal: 22, vaultsUnread: 0, retries: 0 })
  expect(limitedBy(entries)).toBe(0)
})

test('Resource Graph gets at most fifteen queries in any five seconds, and never more than twelve', () => {
  const queries = of('resource-graph')
  expect(queries.length).toBeGreaterThan(24)
  expect(mostWithin(5000, arrivals(queries))).toBeLessThanOrEqual(12)
})

test('Resource Manager gets from a subscription no more than its bucket of 250, filled by 25 a second, has', () => {
  const { vaults } = standIn.azure.organization.estateAt(capturedAt)
  const subscriptionId = vaults.find(({ name }) => name === 'kv-shut')?.subscriptionId
  const calls = of('resource-manager').filter(({ path }) => path.split('/')[2] === subscriptionId)
  expect(calls.length).toBeGreaterThan(450)
  for (const seconds of [1, 2, 5, 10, 20])
    expect(mostWithin(seconds * 1000, arrivals(calls)), `in ${seconds} s`).toBeLessThanOrEqual(250 + 25 * seconds)
})

test('Log Analytics has at most five queries under way, and gets at most 200 in any thirty seconds', () => {
  const queries = of('log-analytics')
  expect(new Set(queries.map(({ path }) => path)).size).toBeGreaterThan(10)
  expect(queries.length).toBeGreaterThan(200)
  const most = mostAtOnce(queries.map(({ onTheWire }) => onTheWire))
  expect(most).toBeGreaterThan(1)
  expect(most).toBeLessThanOrEqual(5)
  expect(mostWithin(30_000, arrivals(queries))).toBeLessThanOrEqual(200)
})

test('a vault gets at most 4,000 calls in any ten seconds, and half of that from us', () => {
  expect(ofVault('kv-many').length).toBeGreaterThan(2400)
  // As they arrive: of those sent before, as many may come late as there are connections to a vault.
  expect(mostWithin(10_000, arrivals(ofVault('kv-many')))).toBeLessThanOrEqual(2000 + 8)
})

test('calls about keys that weigh sixteen times as much as others stay below the limit of a vault', () => {
  const calls = ofVault('kv-hardware').filter(({ path }) => /^\/keys\/./.test(path))
  expect(calls.length).toBeGreaterThanOrEqual(300)
  expect(16 * mostWithin(10_000, arrivals(calls))).toBeLessThanOrEqual(4000)
})
