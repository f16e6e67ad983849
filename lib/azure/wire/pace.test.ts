import { expect, test } from 'vitest'
import { createPace } from './pace.ts'

test('a subscription gets ten seconds of calls at once, then a steady stream; another has its own', async () => {
  const waits: number[] = []
  const sleep = async (ms: number) => waits.push(ms)
  const turn = createPace(20, { elapsedMs: () => 0, sleep })
  for (let call = 0; call < 203; call += 1) await turn('sub-a')
  expect(waits).toEqual([50, 100, 150])
  await turn('sub-b')
  expect(waits.length).toBe(3)
})
