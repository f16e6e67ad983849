import { createPipelineRequest } from '@azure/core-rest-pipeline'
import { beforeEach, expect, test } from 'vitest'
import { mostWithin } from '../testing/most-within.ts'
import { type VirtualTime, virtualTime } from '../testing/virtual-time.ts'
import type { InTurn } from './in-turn.ts'
import { slidingWindow } from './sliding-window.ts'

let time: VirtualTime
let inTurn: InTurn
/** When each was sent. */
let sentMs: number[]

beforeEach(() => {
  time = virtualTime()
  sentMs = []
  const counted = ({ method }: { method: string }) => (method === 'POST' ? 'queries' : null)
  inTurn = slidingWindow({ calls: 3, windowMs: 5000, counted }, time)
})

/** Sends one; the answer comes when the test says so. */
function send(method: 'POST' | 'GET' = 'POST') {
  const { promise, resolve, reject } = Promise.withResolvers<void>()
  const request = createPipelineRequest({ url: 'https://management.azure.com', method })
  const done = inTurn(request, () => {
    sentMs.push(time.elapsedMs())
    return promise
  }).catch(() => {})
  const settled = async (end: () => void) => {
    end()
    await done
  }
  return { isAnswered: () => settled(resolve), fails: () => settled(() => reject(new Error('lost'))) }
}

test('as many as the window holds are not held up at all', async () => {
  send()
  send()
  send()
  await time.until(0)
  expect(sentMs).toEqual([0, 0, 0])
  expect(time.sleepers()).toBe(0)
})

test('one more waits until a whole window after the first answer', async () => {
  const [first, second] = [send(), send(), send()]
  const fourth = send()
  send()
  await time.until(200)
  await first?.isAnswered()
  await time.until(300)
  await second?.isAnswered()
  await time.until(5199)
  expect(sentMs).toEqual([0, 0, 0])
  await time.until(60_000)
  await fourth.isAnswered()
  expect(sentMs).toEqual([0, 0, 0, 5200, 5300])
})

test('one that never comes back keeps its place, and one that fails counts like an answer', async () => {
  send()
  const second = send()
  const third = send()
  for (let more = 0; more < 3; more += 1) send()
  await second.fails()
  await third.fails()
  await time.until(4999)
  expect(sentMs).toHaveLength(3)
  await time.until(60_000)
  expect(sentMs).toEqual([0, 0, 0, 5000, 5000])
})

test('what does not count neither waits nor takes a place', async () => {
  for (let other = 0; other < 9; other += 1) send('GET')
  for (let query = 0; query < 4; query += 1) send()
  send('GET')
  await time.until(0)
  expect(sentMs).toHaveLength(9 + 3 + 1)
})

test('whenever the service counted a query between its sending and its answer, no window holds more than it may', async () => {
  const counts: number[] = []
  // As odd as ways to a service are: the third and every fourth after it arrive late.
  for (let index = 0; index < 40; index += 1) {
    const request = createPipelineRequest({ url: 'https://management.azure.com', method: 'POST' })
    void inTurn(request, async () => {
      await time.sleep(index % 4 === 2 ? 4900 : 10)
      counts.push(time.elapsedMs())
    })
  }
  await time.until(600_000)
  expect(counts).toHaveLength(40)
  expect(mostWithin(5000, counts)).toBe(3)
})
