import { createPipelineRequest } from '@azure/core-rest-pipeline'
import { beforeEach, expect, test } from 'vitest'
import type { InTurn } from './in-turn.ts'
import { slidingWindow } from './sliding-window.ts'

let nowMs: number
let sleepers: { untilMs: number; wake: () => void }[]
let inTurn: InTurn
/** When each was sent. */
let sentMs: number[]

beforeEach(() => {
  nowMs = 0
  sleepers = []
  sentMs = []
  const counted = ({ method }: { method: string }) => (method === 'POST' ? 'queries' : null)
  const sleep = (ms: number) =>
    new Promise<void>((wake) => {
      sleepers.push({ untilMs: nowMs + ms, wake })
    })
  inTurn = slidingWindow({ calls: 3, windowMs: 5000, counted }, () => nowMs, sleep)
})

/** Sends one; the answer comes when the test says so. */
function send(method: 'POST' | 'GET' = 'POST') {
  const { promise, resolve, reject } = Promise.withResolvers<void>()
  const request = createPipelineRequest({ url: 'https://management.azure.com', method })
  const done = inTurn(request, () => {
    sentMs.push(nowMs)
    return promise
  }).catch(() => {})
  const settled = async (end: () => void) => {
    end()
    await done
  }
  return { isAnswered: () => settled(resolve), fails: () => settled(() => reject(new Error('lost'))) }
}

/** Lets the clock run, waking whoever sleeps at the instant it asked for. */
async function until(ms: number) {
  for (;;) {
    await new Promise(setImmediate)
    const next = sleepers.toSorted((a, b) => a.untilMs - b.untilMs)[0]
    if (!next || next.untilMs > ms) break
    sleepers = sleepers.filter((sleeper) => sleeper !== next)
    nowMs = Math.max(nowMs, next.untilMs)
    next.wake()
  }
  nowMs = ms
}

test('as many as the window holds are not held up at all', async () => {
  send()
  send()
  send()
  await until(0)
  expect(sentMs).toEqual([0, 0, 0])
  expect(sleepers).toEqual([])
})

test('one more waits until a whole window after the first answer', async () => {
  const [first, second] = [send(), send(), send()]
  const fourth = send()
  send()
  await until(200)
  await first?.isAnswered()
  await until(300)
  await second?.isAnswered()
  await until(5199)
  expect(sentMs).toEqual([0, 0, 0])
  await until(60_000)
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
  await until(4999)
  expect(sentMs).toHaveLength(3)
  await until(60_000)
  expect(sentMs).toEqual([0, 0, 0, 5000, 5000])
})

test('what does not count neither waits nor takes a place', async () => {
  for (let other = 0; other < 9; other += 1) send('GET')
  for (let query = 0; query < 4; query += 1) send()
  send('GET')
  await until(0)
  expect(sentMs).toHaveLength(9 + 3 + 1)
})

test('whenever the service counted a query between its sending and its answer, no window holds more than it may', async () => {
  const counts: number[] = []
  // As odd as ways to a service are: the third and every fourth after it arrive late.
  const arrivesAfterMs = (index: number) => (index % 4 === 2 ? 4900 : 10)
  for (let index = 0; index < 40; index += 1) {
    const request = createPipelineRequest({ url: 'https://management.azure.com', method: 'POST' })
    void inTurn(
      request,
      () =>
        new Promise<void>((answered) => {
          counts.push(nowMs + arrivesAfterMs(index))
          sleepers.push({ untilMs: nowMs + arrivesAfterMs(index), wake: answered })
        }),
    )
  }
  await until(600_000)
  counts.sort((a, b) => a - b)
  expect(counts).toHaveLength(40)
  const inAWindow = counts.map((from) => counts.filter((at) => at >= from && at < from + 5000).length)
  expect(Math.max(...inAWindow)).toBe(3)
})
