// Kempt is asked to end while people read, take files out and change things, and while a snapshot runs. What is under way is
// finished, nobody new is let in, and the next start goes on with the snapshot.
import { expect, test } from 'vitest'
import { requireFreePort } from '../processes/require-free-port.ts'
import { aHeldSnapshot } from './testing/a-running-snapshot.ts'
import { aLivedInKempt } from './testing/a-lived-in-kempt.ts'
import { isWaived, putUnderLoad, waive } from './testing/load.ts'
import { visitorsOf } from './testing/visitors-of.ts'
import {
  expectAsUndisturbed,
  expectNothingLost,
  expectNothingSecretSaid,
  expectWholeAnswers,
} from './testing/what-was-promised.ts'

const kempt = await aLivedInKempt()

test('asked to end under load, it finishes what is under way and loses nothing', async () => {
  const before = await kempt.starts()
  const visitors = await visitorsOf(kempt, before)
  const [last, ...findings] = visitors.findings
  if (!last) throw new Error('Nothing fails in the estate.')
  const load = putUnderLoad(before.origin, { ...visitors, findings })
  const snapshot = await aHeldSnapshot(kempt, visitors.lead, before.origin)
  await load.goesOnFor(20)

  // What waits in the database is under way for as long as we like.
  await load.leadRests()
  await kempt.ask('begin')
  await kempt.ask('lock table audit_event in share mode')
  const waived = waive(visitors.lead, before.origin, last)
  const file = visitors.lead.gets(before.origin, '/vaults/export.json')
  await kempt.areWaiting(2)
  load.leadGoesOn()
  const ended = before.asksToEnd()
  await before.isShut()
  await kempt.ask('commit')
  expect(isWaived(await waived)).toBe(true)
  expect(JSON.parse((await file).text)).toHaveLength(9)
  expect(await ended).toBe(0)
  expect(before.isAlive()).toBe(false)
  await requireFreePort('127.0.0.1', Number(new URL(kempt.url).port))
  expect(load.asked.filter(({ became }) => became === 'cut')).toEqual([])
  expect(before.said()).not.toContain('Kempt ended before')

  snapshot.goesOn()
  const after = await kempt.starts()
  await load.goesOnFor(10)
  await snapshot.isOver()
  await load.stop()
  expect(await after.asksToEnd()).toBe(0)

  expect(load.asked.filter(({ became }) => became === 'refused').length).toBeGreaterThan(0)
  expectWholeAnswers(load)
  await expectNothingLost(kempt, load)
  await expectAsUndisturbed(kempt)
  expectNothingSecretSaid(kempt, visitors.sessions)
})
