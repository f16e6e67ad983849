import { beforeAll, expect, test } from 'vitest'
import { freshDatabase } from '#e2e/database/fresh-database.ts'
import { aRememberedEstate, everything, ownedBy } from '../a-remembered-estate.ts'
import { getFindingSubject } from './get-finding-subject.ts'
import { listFindingChoices } from './list-finding-choices.ts'

const day = (text: string) => new Date(`${text}T06:00:00Z`)
const at = new Date('2026-11-23T07:00:00Z')
const db = await freshDatabase()
const estate = aRememberedEstate(db, day('2026-09-01'))
let secretKey = ''
let vaultKey = ''

beforeAll(async () => {
  await estate.rule('secret-expired', { severity: 'high' })
  await estate.rule('secret-without-expiry')
  await estate.rule('vault-open-to-internet', { subject: 'vault' })
  await estate.snapshot(day('2026-11-22'))
  await estate.snapshot(day('2026-11-23'), { status: 'running' })
  const vault = await estate.vault('kv-shop', { owner: 'ana', subscription: 'Retail', environment: 'production' })
  const secret = await estate.object(vault, 'stripe', { owner: 'bo' })
  await estate.finding(secret, 'secret-expired', { because: 'Expired on 2026-11-20.', facts: { callers: ['shop'] } })
  await estate.finding(secret, 'secret-without-expiry', { to: day('2026-10-01') })
  await estate.unknown(secret, 'secret-without-expiry', { from: day('2026-10-01'), failingSince: day('2026-09-01') })
  await estate.finding(vault, 'vault-open-to-internet')
  await estate.vault('kv-other', { owner: 'eve', subscription: 'Labs' })
  secretKey = `o${secret.objectId}`
  vaultKey = `v${vault.vaultId}`
})

const get = (key: string, scope = everything) => getFindingSubject(db, scope, { at, key })

test('everything found about an object, with what decided it and when it was last seen', async () => {
  expect((await get(secretKey))?.findings).toMatchObject([
    {
      ruleId: 'secret-expired',
      status: 'fail',
      because: 'Expired on 2026-11-20.',
      facts: { callers: ['shop'] },
      lastSeenAt: day('2026-11-22'),
    },
    {
      ruleId: 'secret-without-expiry',
      status: 'unknown',
      failingSince: day('2026-09-01'),
      lastSeenAt: day('2026-10-01'),
    },
  ])
})

test('a vault is a subject of its own', async () => {
  expect(await get(vaultKey)).toMatchObject({ kind: 'vault', name: 'kv-shop', expiresAt: null, lastReadAt: null })
})

test('what is outside the scope, gone or nonsense is the same: not there', async () => {
  expect(await get(vaultKey, ownedBy('Bo'))).toBeNull()
  expect((await get(secretKey, ownedBy('Bo')))?.name).toBe('stripe')
  expect(await get('o999999')).toBeNull()
  expect(await get('x1; drop table vault')).toBeNull()
})

test('there is a choice of what the scope holds and of nothing else', async () => {
  expect(await listFindingChoices(db, everything, { at })).toEqual({
    subscriptions: [
      { id: expect.stringContaining('Labs'), name: 'Labs' },
      { id: expect.stringContaining('Retail'), name: 'Retail' },
    ],
    environments: ['production'],
    owners: ['ana', 'bo', 'eve'],
    vaults: ['kv-other', 'kv-shop'],
  })
  expect(await listFindingChoices(db, ownedBy('Bo'), { at })).toMatchObject({ owners: ['bo'], vaults: ['kv-shop'] })
})
