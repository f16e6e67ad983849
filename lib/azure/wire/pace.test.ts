import { expect, test } from 'vitest'
import { createPace } from './pace.ts'

test('a subscription gets ten seconds of calls at once, then a steady stream; another has its own', async () => {
  const waits: number[] = []
  const turn = createPace(
    20,
    () => 0,
    async (ms) => {
      waits.push(ms)
    },
  )
  for (let call = 0; call < 203; call += 1) await turn('sub-a')
  expect(waits).toEqual([50, 100, 150])
  await turn('sub-b')
  expect(waits.length).toBe(3)
})
