// A new Kempt is started beside the old one, which is then asked to end, as when a new version is rolled out: both serve whoever
// comes, with the same sessions, and of them both only one takes a snapshot.
import { expect, test } from 'vitest'
import { aHeldSnapshot, runNow } from './testing/a-running-snapshot.ts'
import { aLivedInKempt } from './testing/a-lived-in-kempt.ts'
import { putUnderLoad } from './testing/load.ts'
import { visitorsOf } from './testing/visitors-of.ts'
import {
  expectAsUndisturbed,
  expectNothingLost,
  expectNothingSecretSaid,
  expectWholeAnswers,
} from './testing/what-was-promised.ts'

const kempt = await aLivedInKempt()

test('the new one serves beside the old one, and takes over its snapshot when it ends', async () => {
  const old = await kempt.starts()
  const visitors = await visitorsOf(kempt, old)
  const load = putUnderLoad(old.origin, visitors)
  const snapshot = await aHeldSnapshot(kempt, visitors.lead, old.origin)
  const taking = () =>
    kempt.ask<{ state: string; retry_count: number }>(
      `select state::text, retry_count from pgboss.job where name = 'snapshot' and state < 'completed'`,
    )

  const next = await kempt.starts({ beside: true })
  load.turnsTo(old.origin, next.origin)
  await load.goesOnFor(20)
  await runNow(visitors.lead, next.origin)
  // The new one has left the snapshot with the old one, which is at it.
  expect(await taking()).toEqual([{ state: 'active', retry_count: 0 }])

  expect(await old.asksToEnd()).toBe(0)
  expect(load.asked.filter(({ became }) => became === 'cut')).toEqual([])
  expect(old.said()).not.toContain('Kempt ended before')
  load.turnsTo(next.origin)
  snapshot.goesOn()
  await snapshot.isOver()
  await load.goesOnFor(10)
  await load.stop()
  expect(await next.asksToEnd()).toBe(0)
  expect(await taking()).toEqual([])

  const answered = load.asked.filter(({ became }) => became === 'answered').map(({ origin }) => origin)
  expect([...new Set(answered)].sort()).toEqual([old.origin, next.origin].sort())
  expectWholeAnswers(load)
  await expectNothingLost(kempt, load)
  await expectAsUndisturbed(kempt)
  expectNothingSecretSaid(kempt, visitors.sessions)
})
