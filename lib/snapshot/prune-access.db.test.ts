import { expect, test } from 'vitest'
import { freshDatabase } from '#e2e/database/fresh-database.ts'
import { aRememberedLog } from '#lib/queries/a-remembered-log.ts'
import { whileOurs } from './memory/while-ours.ts'
import { pruneAccess } from './prune-access.ts'
import { aRun } from './testing/a-run.ts'

test('calls older than they are kept are forgotten, and with them who is seen no more', async () => {
  const db = await freshDatabase()
  const log = aRememberedLog(db)
  const seenFirstAt = new Date('2026-01-01T00:00:00Z')
  const vault = { vaultId: (await db.vault.create({ data: { resourceId: 'kv', name: 'kv', seenFirstAt } })).id }
  const [old, still, knocking] = [await log.caller('old'), await log.caller('still'), await log.caller('knocking')]
  await log.calls(old, { ...vault, name: 'a' }, { on: '2026-10-20' })
  await log.calls(still, { ...vault, name: 'a' }, { on: '2026-10-20' })
  await log.calls(still, { ...vault, name: 'a' }, { on: '2026-10-21' })
  await log.calls(knocking, vault, { on: '2026-10-19', outcome: 'denied', operation: 'SecretList' })
  await log.calls(knocking, vault, { on: '2026-11-19', outcome: 'denied', operation: 'SecretList' })
  const workspace = await log.workspace({ from: seenFirstAt, until: new Date('2026-11-20T00:00:00Z') })
  await log.heard(vault, workspace, { from: '2026-10-18', to: '2026-10-22' })

  const remember = whileOurs(db, await aRun(db))
  const forget = () => pruneAccess(remember, { at: new Date('2026-11-20T02:15:00Z'), retentionDays: 30 })
  expect(await forget()).toBe(3)
  expect(await db.caller.findMany({ orderBy: { name: 'asc' }, select: { name: true } })).toEqual([
    { name: 'knocking' },
    { name: 'still' },
  ])
  expect((await db.accessDay.findMany()).map(({ day }) => day)).toEqual([new Date('2026-10-21T00:00:00Z')])
  expect(await db.logDay.count()).toBe(2)
  expect(await forget()).toBe(0)
})
