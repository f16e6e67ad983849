import { createPipelineRequest } from '@azure/core-rest-pipeline'
import { expect, test } from 'vitest'
import { armTurns, logsTurns, vaultTurns } from './limits.ts'
import { mostWithin } from './testing/most-within.ts'
import { virtualTime } from './testing/virtual-time.ts'
import type { ElapsedTime } from './wire/elapsed-time.ts'
import type { InTurn } from './wire/in-turn.ts'

/** Asks for all of them at the same instant, each answered as soon as it is sent, and gives when each was. */
async function sent(turns: (time: ElapsedTime) => InTurn, urls: string[], method: 'GET' | 'POST' = 'GET') {
  const time = virtualTime()
  const inTurn = turns(time)
  const instants: number[] = []
  for (const url of urls)
    void inTurn(createPipelineRequest({ url, method }), async () => instants.push(time.elapsedMs()))
  await time.until(3_600_000)
  expect(instants).toHaveLength(urls.length)
  return instants
}

const times = (count: number, url: (index: number) => string) => Array.from({ length: count }, (_, index) => url(index))
const arm = 'https://management.azure.com'
const vault = 'https://kv-orders.vault.azure.net'

test('Resource Graph takes fifteen queries in five seconds: it gets twelve, and those at once', async () => {
  const queries = times(50, () => `${arm}/providers/Microsoft.ResourceGraph/resources`)
  const instants = await sent(armTurns, queries, 'POST')
  expect(instants.slice(0, 13)).toEqual([...Array(12).fill(0), 5000])
  expect(mostWithin(5000, instants)).toBe(12)
})

test('Resource Manager has 250 calls for a subscription, and 25 a second after them; another has its own', async () => {
  const ofSubscription = (id: string) => times(900, (index) => `${arm}/subscriptions/${id}/resourceGroups/rg-${index}`)
  const instants = await sent(armTurns, ofSubscription('aaaa'))
  expect(instants[199]).toBe(0)
  for (const seconds of [1, 5, 10, 30])
    expect(mostWithin(seconds * 1000, instants), `in ${seconds} s`).toBeLessThanOrEqual(250 + 25 * seconds)
  const both = await sent(armTurns, [...ofSubscription('aaaa').slice(0, 200), ...ofSubscription('bbbb').slice(0, 200)])
  expect(Math.max(...both)).toBe(0)
})

test('Log Analytics takes 200 queries in thirty seconds', async () => {
  const queries = times(400, () => 'https://api.loganalytics.io/v1/workspaces/w/query')
  const instants = await sent(logsTurns, queries, 'POST')
  expect(instants[39]).toBe(0)
  expect(mostWithin(30_000, instants)).toBeLessThanOrEqual(200)
})

test('a vault takes 4,000 calls in ten seconds, and gets half of them from us; a thousand are not held up', async () => {
  const instants = await sent(
    vaultTurns,
    times(3000, (index) => `${vault}/secrets/s-${index}/versions`),
  )
  expect(instants[999]).toBe(0)
  expect(mostWithin(10_000, instants)).toBeLessThanOrEqual(2000)
})

test('a vault takes 250 calls in ten seconds about keys of the heaviest kind; a hundred are not held up', async () => {
  const instants = await sent(
    vaultTurns,
    times(500, (index) => `${vault}/keys/k-${index}/versions`),
  )
  expect(instants[99]).toBe(0)
  expect(mostWithin(10_000, instants)).toBeLessThanOrEqual(250)
})

test('the vaults of a subscription take 20,000 calls in ten seconds', async () => {
  const instants = await sent(
    vaultTurns,
    times(27_000, (index) => `https://kv-${index % 30}.vault.azure.net/secrets`),
  )
  expect(mostWithin(10_000, instants)).toBeLessThanOrEqual(20_000)
})
