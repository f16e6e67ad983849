// Kempt is killed outright while people read, take files out and change things, and while a snapshot runs. Whoever was being
// answered sees that the answer broke off; the next start goes on with the snapshot at once, and nothing that was told is lost.
import { text } from 'node:stream/consumers'
import { expect, test } from 'vitest'
import { requireFreePort } from '../processes/require-free-port.ts'
import { aHeldSnapshot } from './testing/a-running-snapshot.ts'
import { aLivedInKempt, type LivedInKempt } from './testing/a-lived-in-kempt.ts'
import { putUnderLoad, waive } from './testing/load.ts'
import { visitorsOf } from './testing/visitors-of.ts'
import {
  expectAsUndisturbed,
  expectNothingLost,
  expectNothingSecretSaid,
  expectWholeAnswers,
} from './testing/what-was-promised.ts'

const kempt = await aLivedInKempt()

test('killed under load, it leaves nothing by halves and goes on where it was', async () => {
  const before = await kempt.starts()
  const visitors = await visitorsOf(kempt, before)
  const [last, ...findings] = visitors.findings
  if (!last) throw new Error('Nothing fails in the estate.')
  await makeTheLogLong(kempt)
  const load = putUnderLoad(before.origin, { ...visitors, findings })
  const snapshot = await aHeldSnapshot(kempt, visitors.lead, before.origin)
  await load.goesOnFor(20)

  // Longer than all that lies between them can hold: unless it is read on, it is never whole.
  const files = await Promise.all(
    ['csv', 'json'].map((ending) => visitors.lead.begins(before.origin, `/audit/export.${ending}`)),
  )
  await kempt.ask('begin')
  await load.leadRests()
  // A waiver is made and waits for its line of the log; those who only read the log do not.
  await kempt.ask('lock table audit_event in share mode')
  const waived = waive(visitors.lead, before.origin, last).then(
    () => 'answered',
    () => 'cut',
  )
  await kempt.areWaiting(1)
  load.leadGoesOn()
  await before.isKilled()
  await kempt.ask('commit')
  expect(await waived).toBe('cut')
  for (const file of files) await expect(text(file)).rejects.toMatchObject({ code: 'ECONNRESET' })
  await requireFreePort('127.0.0.1', Number(new URL(kempt.url).port))

  snapshot.goesOn()
  const after = await kempt.starts()
  await load.goesOnFor(10)
  await snapshot.isOver()
  await load.stop()
  expect(await after.asksToEnd()).toBe(0)

  expect(load.asked.filter(({ became }) => became !== 'answered').length).toBeGreaterThan(0)
  expectWholeAnswers(load)
  await expectNothingLost(kempt, load)
  await expectAsUndisturbed(kempt)
  expectNothingSecretSaid(kempt, visitors.sessions)
})

/** Forty megabytes of it. */
const makeTheLogLong = ({ ask }: LivedInKempt) =>
  ask(`insert into audit_event (at, actor, action, subject, detail)
    select now() - interval '2 h', 'somebody', 'exported', repeat(md5(n::text), 32), '{}' from generate_series(1, 40000) n`)
