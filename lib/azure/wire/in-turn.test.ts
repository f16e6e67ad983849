import { createPipelineRequest } from '@azure/core-rest-pipeline'
import { expect, test } from 'vitest'
import { atOnce, type InTurn, inTurnOf } from './in-turn.ts'
import { paced } from './paced.ts'

const request = createPipelineRequest({ url: 'https://kv-orders.vault.azure.net/secrets' })

test('a request waits for one limit after the other, and the last is closest to the sending', async () => {
  const steps: string[] = []
  const named =
    (name: string): InTurn =>
    (_request, send) => {
      steps.push(name)
      return send()
    }
  const inTurn = inTurnOf(named('first'), named('second'))
  await expect(inTurn(request, async () => steps.push('sent'))).resolves.toBe(3)
  expect(steps).toEqual(['first', 'second', 'sent'])
})

test('no more than so many are under way, and the next goes when one has come back, or failed', async () => {
  const inTurn = atOnce(2)
  const ends: (() => void)[] = []
  const sends = [1, 2, 3, 4].map(() =>
    inTurn(request, () => new Promise<void>((resolve, reject) => ends.push(ends.length === 0 ? reject : resolve))),
  )
  const settled = Promise.allSettled(sends)
  for (let ended = 0; ended < 4; ended += 1) {
    await expect.poll(() => ends.length).toBe(Math.min(4, ended + 2))
    ends[ended]?.()
  }
  expect((await settled).map(({ status }) => status)).toEqual(['rejected', 'fulfilled', 'fulfilled', 'fulfilled'])
})

test('what counts is sent when its pace says so, and what does not count at once', async () => {
  const turns: string[] = []
  const pace = async (key: string) => {
    turns.push(key)
  }
  const sent = async () => turns.push('sent')
  await paced(pace, ({ url }) => new URL(url).host)(request, sent)
  await paced(pace, () => null)(request, sent)
  expect(turns).toEqual(['kv-orders.vault.azure.net', 'sent', 'sent'])
})
