import { beforeAll, expect, test } from 'vitest'
import { freshDatabase } from '#e2e/database/fresh-database.ts'
import { aRememberedEstate, everything, ownedBy } from './a-remembered-estate.ts'
import { getStanding } from './get-standing.ts'

const day = (text: string) => new Date(`${text}T06:00:00Z`)
const now = new Date('2026-11-23T07:00:00Z')
const db = await freshDatabase()
const estate = aRememberedEstate(db, day('2026-11-01'))

beforeAll(async () => {
  await estate.snapshot(day('2026-11-01'))
  await estate.snapshot(day('2026-11-22'), { status: 'partial' })
  await estate.snapshot(new Date('2026-11-22T12:00:00Z'), { status: 'failed' })
  await estate.snapshot(day('2026-11-23'), { status: 'running', vaultsDone: 2 })
  await estate.vault('kv-open', { owner: 'ana' })
  await estate.vault('kv-half', { unread: { keys: ['not', 'forbidden'] } })
  await estate.vault('kv-shut', {
    unread: { secrets: ['not', 'forbidden'], keys: ['not', 'forbidden'], certificates: ['not', 'forbidden'] },
  })
  await estate.vault('kv-quiet', { unread: { 'access-log': ['not', 'not-logged'] } })
  await estate.vault('kv-gone', { goneAt: day('2026-11-10') })
})

test('the standing is that of the latest snapshot that ended with something seen', async () => {
  const standing = await getStanding(db, { scope: everything, at: now })
  expect(standing).toMatchObject({
    capturedAt: day('2026-11-22'),
    status: 'partial',
    firstCapturedAt: day('2026-11-01'),
  })
})

test('that vaults were read since, by a snapshot that has not come to an end, is told of every instant after it', async () => {
  expect(await getStanding(db, { scope: everything, at: now })).toMatchObject({ readSinceAt: day('2026-11-23') })
  // The one that failed had read none.
  expect(await getStanding(db, { scope: everything, at: new Date('2026-11-22T13:00:00Z') })).toMatchObject({
    readSinceAt: null,
  })
})

test('vaults are counted as the job counts them: a missing access log does not make one unread', async () => {
  expect(await getStanding(db, { scope: everything, at: now })).toMatchObject({ vaults: 4, read: 2, partly: 1, not: 1 })
})

test('a past day has the vaults of that day', async () => {
  expect(await getStanding(db, { scope: everything, at: day('2026-11-05') })).toMatchObject({ vaults: 5, read: 3 })
})

test('an owner is told of their own vaults', async () => {
  expect(await getStanding(db, { scope: ownedBy('Ana'), at: now })).toMatchObject({
    vaults: 1,
    read: 1,
    partly: 0,
    not: 0,
  })
})

test('before the first snapshot there is no standing', async () => {
  expect(await getStanding(db, { scope: everything, at: day('2026-10-31') })).toBeNull()
})
