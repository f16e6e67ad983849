import { beforeAll, expect, test } from 'vitest'
import { addDays } from '#lib/format/date.ts'
import { freshDatabase } from '#e2e/database/fresh-database.ts'
import { aRememberedEstate, everything, ownedBy } from '../a-remembered-estate.ts'
import { none } from '../findings/finding-filter.ts'
import { listClosedFindings } from './list-closed-findings.ts'

const now = new Date('2026-11-23T07:00:00Z')
const [yesterday, lately, before] = [addDays(now, -1), addDays(now, -9), addDays(now, -40)]
const db = await freshDatabase()
const estate = aRememberedEstate(db, addDays(now, -60))
const asked = { at: now, from: addDays(now, -30), owner: 'ana', most: null }

beforeAll(async () => {
  await estate.rule('secret-expired', { severity: 'high' })
  await estate.rule('retired', { severity: 'critical' })
  await db.rule.update({ where: { id: 'retired' }, data: { retired: true } })
  const vault = await estate.vault('kv-ana', { owner: 'ana' })
  const object = (name: string, more: object = {}) => estate.object(vault, name, more)
  const close = { owner: 'ana', to: lately }

  await estate.finding(await object('mended'), 'secret-expired', close)
  await estate.finding(await object('brief'), 'secret-expired', { owner: 'ana', from: addDays(now, -3), to: yesterday })
  await estate.finding(await object('long-ago'), 'secret-expired', { owner: 'ana', to: before })
  await estate.finding(await object('deleted', { goneAt: lately }), 'secret-expired', close)
  await estate.finding(await object('judged-no-more'), 'retired', close)
  await estate.finding(vault, 'secret-expired', { owner: 'ana', to: yesterday })

  const unseen = await object('unseen')
  await estate.finding(unseen, 'secret-expired', close)
  await estate.unknown(unseen, 'secret-expired', { from: lately, failingSince: addDays(now, -60) })
  const worse = await object('other-facts')
  await estate.finding(worse, 'secret-expired', close)
  await estate.finding(worse, 'secret-expired', { owner: 'ana', from: lately, failingSince: addDays(now, -60) })
  await estate.finding(await object('open'), 'secret-expired', { owner: 'ana' })

  const ben = { owner: 'ben', vaultOwner: 'ana', to: yesterday }
  await estate.finding(await object('of-ben', { owner: 'ben' }), 'secret-expired', ben)
  const nobodys = await estate.vault('kv-nobody')
  await estate.finding(nobodys, 'secret-expired', { to: yesterday })
})

const said = async (more: object = {}, scope = everything) =>
  (await listClosedFindings(db, scope, { ...asked, ...more })).rows.map(({ name, how }) => `${name} ${how}`)

test('what a fix closed, the latest first, also what came and went in that time; what is gone is said to be', async () => {
  expect(await said()).toEqual(['brief fixed', 'kv-ana fixed', 'deleted gone', 'mended fixed'])
})

test('of many only so many are handed over, and all are counted', async () => {
  expect(await listClosedFindings(db, everything, { ...asked, most: 1 })).toMatchObject({ total: 4, fixed: 3 })
  expect(await listClosedFindings(db, everything, { ...asked, owner: 'zoe' })).toEqual({ rows: [], total: 0, fixed: 0 })
})

test('what belonged to somebody else, or to nobody, is theirs', async () => {
  expect(await said({ owner: 'ben' })).toEqual(['of-ben fixed'])
  expect(await said({ owner: none })).toEqual(['kv-nobody fixed'])
})

test('whoever sees only what is theirs sees nothing else, and all of it without a name', async () => {
  expect(await said({ owner: null }, ownedBy('Ben'))).toEqual(['of-ben fixed'])
  expect(await said({ owner: null }, ownedBy('Ana'))).toEqual([
    'brief fixed',
    'kv-ana fixed',
    'of-ben fixed',
    'deleted gone',
    'mended fixed',
  ])
  expect(await said({ owner: null }, ownedBy('Zoe'))).toEqual([])
})

test('as of a day before, what was closed by then is, and the first instant does not count', async () => {
  expect(await said({ at: addDays(now, -5) })).toEqual(['deleted gone', 'mended fixed'])
  expect(await said({ from: lately })).toEqual(['brief fixed', 'kv-ana fixed'])
})
