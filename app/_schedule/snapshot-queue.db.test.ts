import pg from 'pg'
import { afterEach, expect, test, vi } from 'vitest'
import { freshDatabaseUrl } from '#e2e/database/fresh-database.ts'
import { openSnapshotQueue, type SnapshotJob, type SnapshotQueue } from './snapshot-queue.ts'

const ana: SnapshotJob = { trigger: 'person', requestedBy: 'ana@halden.example' }
const opened: SnapshotQueue[] = []

async function aQueue(url: string) {
  const queue = await openSnapshotQueue(url)
  opened.push(queue)
  return queue
}

afterEach(async () => {
  for (const queue of opened.splice(0)) await queue.stop(1000)
})

test('a second request changes nothing while the first one waits, whichever process it comes to', async () => {
  const url = await freshDatabaseUrl()
  const [one, other] = [await aQueue(url), await aQueue(url)]
  expect(await one.asked()).toBeNull()
  expect(await one.request(ana)).toBe(true)
  expect(await other.request(ana)).toBe(false)
  expect(await other.asked()).toEqual({ takenUpAt: null })
})

test('a worker gets the request as it was made; while it works nobody gets another one in', async () => {
  const queue = await aQueue(await freshDatabaseUrl())
  const { promise: taken, resolve: take } = Promise.withResolvers<SnapshotJob>()
  const { promise: finished, resolve: finish } = Promise.withResolvers<void>()
  await queue.work((job) => {
    take(job)
    return finished
  })
  await queue.request(ana)
  expect(await taken).toEqual(ana)
  expect(await queue.request(ana)).toBe(false)
  expect(await queue.asked()).toEqual({ takenUpAt: expect.any(Date) })
  finish()
  await vi.waitFor(async () => expect(await queue.asked()).toBeNull(), 10_000)
})

test('there is one schedule, the latest, and switching it off removes it', async () => {
  const url = await freshDatabaseUrl()
  const queue = await aQueue(url)
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  const schedules = async () =>
    (
      await client.query(
        "select cron, timezone, data, options ->> 'missed' as missed from pgboss.schedule where name = 'snapshot'",
      )
    ).rows
  await queue.schedule('15 2 * * *', 'UTC')
  await queue.schedule('30 4 * * 1-5', 'Europe/Berlin')
  expect(await schedules()).toEqual([
    {
      cron: '30 4 * * 1-5',
      timezone: 'Europe/Berlin',
      data: { trigger: 'schedule', requestedBy: null },
      missed: 'once',
    },
  ])
  await queue.schedule(null, 'UTC')
  expect(await schedules()).toEqual([])
  await client.end()
})

test.each(['15 2 * * *', '*/30 6-18 * * 1-5', '0 0 1 JAN,jul *', '0 3 * * SUN', '0 3 * * 7'])(
  'a schedule that the settings accept is one the queue understands: %s',
  async (cron) => {
    const queue = await aQueue(await freshDatabaseUrl())
    await queue.schedule(cron, 'Asia/Kathmandu')
  },
)

test('what a worker had taken up that is gone is due at once, as often as it may be tried', async () => {
  const url = await freshDatabaseUrl()
  const queue = await aQueue(url)
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  const jobs = async () =>
    (
      await client.query(
        "select state::text, retry_count, start_after <= now() as due, data from pgboss.job where name = 'snapshot'",
      )
    ).rows
  // As a worker takes it, which does not live to say how it went.
  const takenByTheDead = () =>
    client.query(
      "update pgboss.job set state = 'active', started_on = now() where name = 'snapshot' and state <> 'active'",
    )
  await queue.request(ana)
  await takenByTheDead()
  expect(await queue.request(ana)).toBe(false)
  await queue.takeUpWhatWasLeft()
  expect(await jobs()).toEqual([{ state: 'retry', retry_count: 0, due: true, data: ana }])
  await client.query("update pgboss.job set retry_count = retry_limit where name = 'snapshot'")
  await takenByTheDead()
  await queue.takeUpWhatWasLeft()
  expect(await jobs()).toMatchObject([{ state: 'failed' }])
  expect(await queue.request(ana)).toBe(true)
  await client.end()
})

test('a snapshot that its worker is cut off from is due for the next one in seconds', async () => {
  const url = await freshDatabaseUrl()
  const [one, other] = [await aQueue(url), await aQueue(url)]
  const { promise: taken, resolve: take } = Promise.withResolvers<void>()
  await one.work(() => {
    take()
    return new Promise(() => {})
  })
  await one.request(ana)
  await taken
  await one.stop(1000)
  const { promise: takenAgain, resolve: takeAgain } = Promise.withResolvers<SnapshotJob>()
  await other.work(async (job) => takeAgain(job))
  const asked = performance.now()
  expect(await takenAgain).toEqual(ana)
  expect(performance.now() - asked).toBeLessThan(20_000)
})
