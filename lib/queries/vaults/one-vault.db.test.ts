// What the page of one vault asks: every question of it, as a lead, as its owner, and as the owner of one object in it.
import { beforeAll, expect, test } from 'vitest'
import { freshDatabase } from '#e2e/database/fresh-database.ts'
import { aRememberedEstate, everything, ownedBy } from '../a-remembered-estate.ts'
import { getVault } from './get-vault.ts'
import { listVaultCoverage } from './list-vault-coverage.ts'
import { listVaultFindings } from './list-vault-findings.ts'
import { listVaultObjects, type VaultObjectQuestion, vaultObjectSorts } from './list-vault-objects.ts'
import { listVaultPosture } from './list-vault-posture.ts'
import { listVaultReaders } from './list-vault-readers.ts'
import { listVaultRules } from './list-vault-rules.ts'

const day = (text: string) => new Date(`${text}T06:00:00Z`)
const at = new Date('2026-11-23T07:00:00Z')
const db = await freshDatabase()
const estate = aRememberedEstate(db, day('2026-11-20'))
let vaultId = 0

const settings = {
  sku: 'standard',
  accessModel: 'rbac',
  publicNetworkAccess: 'enabled',
  firewallDefaultAction: 'deny',
  trustedServicesBypass: true,
  ipRules: ['203.0.113.0/24'],
  virtualNetworkRules: [],
  purgeProtection: true,
  softDelete: true,
  softDeleteRetentionDays: 90,
  privateEndpoints: [],
  accessPolicies: [],
}

beforeAll(async () => {
  await estate.rule('secret-expired', { severity: 'high' })
  await estate.rule('vault-open-to-internet', { severity: 'high', area: 'Network', subject: 'vault' })
  for (const taken of ['2026-11-20', '2026-11-21', '2026-11-22', '2026-11-23']) await estate.snapshot(day(taken))
  const vault = await estate.vault('kv-shop', { owner: 'ana', settings, unread: { keys: ['not', 'throttled'] } })
  vaultId = vault.vaultId
  await estate.vault('kv-other', { owner: 'eve' })
  const stripe = await estate.object(vault, 'Stripe', { expiresAt: day('2026-11-21') })
  const smtp = await estate.object(vault, 'smtp', { owner: 'bo', createdAt: day('2026-11-01') })
  await estate.object(vault, 'tls', { kind: 'certificate', expiresAt: day('2027-01-01') })
  await estate.finding(stripe, 'secret-expired', { from: day('2026-11-21'), because: 'Expired on 2026-11-21.' })
  await estate.finding(smtp, 'secret-expired', { from: day('2026-11-22') })
  await estate.finding(vault, 'vault-open-to-internet')
  await estate.tally(vault, 'vault-open-to-internet', { owner: 'ana', fail: 1 })
  await estate.tally(vault, 'secret-expired', { owner: 'ana', pass: 1, to: day('2026-11-21') })
  await estate.tally(vault, 'secret-expired', { owner: 'ana', fail: 1, from: day('2026-11-21') })
  await estate.tally(vault, 'secret-expired', { owner: 'bo', vaultOwner: 'ana', pass: 1, to: day('2026-11-22') })
  await estate.tally(vault, 'secret-expired', { owner: 'bo', vaultOwner: 'ana', fail: 1, from: day('2026-11-22') })
  await db.objectVersion.createMany({
    data: ['a', 'b'].map((version) => ({
      objectId: stripe.objectId,
      vaultId,
      version,
      validFrom: day('2026-11-20'),
      enabled: true,
      createdAt: at,
      updatedAt: at,
    })),
  })
  const caller = (name: string) =>
    db.caller.create({ data: { identity: name, kind: 'application', name, seenFirstAt: at, seenLastAt: at } })
  const [web, job] = [await caller('web'), await caller('job')]
  const read = (
    callerId: number,
    kind: 'secret' | 'certificate',
    nameKey: string,
    on: string,
    calls: number,
    outcome = 'ok',
  ) =>
    db.accessDay.create({
      data: {
        ...{ day: new Date(`${on}T00:00:00Z`), vaultId, kind, nameKey, version: '', callerId, operation: 'SecretGet' },
        ...{ outcome, calls, address: '20.0.0.1', firstAt: day(on), lastAt: day(on) },
      },
    })
  await read(web.id, 'secret', 'stripe', '2026-11-21', 5)
  await read(web.id, 'secret', 'stripe', '2026-11-22', 6)
  await read(web.id, 'secret', 'smtp', '2026-11-22', 1)
  await read(job.id, 'secret', 'stripe', '2026-11-22', 9, 'denied')
  // The private key of a certificate is fetched as a secret.
  await read(job.id, 'secret', 'tls', '2026-11-22', 2)
  await read(job.id, 'secret', 'smtp', '2026-09-22', 40)
})

const lead = everything
const [ana, bo] = [ownedBy('Ana'), ownedBy('Bo')]

test('a vault is found by its name in any case, with its settings as read', async () => {
  expect(await getVault(db, lead, { at, name: 'KV-Shop' })).toMatchObject({
    name: 'kv-shop',
    owned: true,
    place: { owner: 'ana', ownerSource: 'vault', subscriptionName: 'sub-main' },
    settings,
  })
})

test('a vault outside the scope and one that never was give the same answer', async () => {
  expect(await getVault(db, ana, { at, name: 'kv-other' })).toBeNull()
  expect(await getVault(db, ana, { at, name: 'kv-nowhere' })).toBeNull()
  expect(await getVault(db, lead, { at: day('2026-11-01'), name: 'kv-shop' })).toBeNull()
})

test('who owns one object in it is let in, and told nothing about the vault itself', async () => {
  expect(await getVault(db, bo, { at, name: 'kv-shop' })).toMatchObject({ owned: false, settings: null, tags: null })
})

test('coverage says for each part whether it was read, in the order of the parts', async () => {
  const rows = await listVaultCoverage(db, lead, { at, vaultId })
  expect(rows.map(({ part }) => part).slice(0, 3)).toEqual(['settings', 'secrets', 'keys'])
  expect(rows.find(({ part }) => part === 'keys')).toMatchObject({
    status: 'not',
    code: 'throttled',
    sinceAt: day('2026-11-20'),
  })
  expect(await listVaultCoverage(db, ownedBy('Eve'), { at, vaultId })).toEqual([])
})

test('posture is explained by the rules behind it', async () => {
  expect(await listVaultRules(db, ana, { at, vaultId })).toMatchObject([
    { ruleId: 'secret-expired', weight: 5, pass: 0, fail: 2 },
    { ruleId: 'vault-open-to-internet', fail: 1 },
  ])
  expect(await listVaultRules(db, bo, { at, vaultId })).toMatchObject([{ ruleId: 'secret-expired', fail: 1 }])
})

test('the trend follows the tallies day by day, and is not known before the first snapshot', async () => {
  const trend = await listVaultPosture(db, lead, { at, vaultId, days: 4 })
  expect(trend.map(({ posture }) => posture)).toEqual([null, 0.5, 0.25, 0, 0])
})

test('findings come worst first, with how many subjects fail the same rule', async () => {
  const rows = await listVaultFindings(db, lead, { at, vaultId, most: 1 })
  expect(rows).toMatchObject([
    { ruleId: 'secret-expired', name: 'Stripe', kind: 'secret', because: 'Expired on 2026-11-21.', ofRule: 2 },
    { ruleId: 'vault-open-to-internet', name: 'kv-shop', kind: 'vault', ofRule: 1 },
  ])
  expect(await listVaultFindings(db, bo, { at, vaultId, most: 9 })).toMatchObject([{ name: 'smtp', ofRule: 1 }])
})

const ask = (changed: Partial<VaultObjectQuestion> = {}, scope = lead) =>
  listVaultObjects(db, scope, {
    at,
    vaultId,
    text: null,
    sort: 'risk',
    direction: 'desc',
    page: 1,
    pageSize: 50,
    ...changed,
  })

test('objects say who reads them, how many versions there are, and what is the matter', async () => {
  const { rows, total } = await ask()
  expect(total).toBe(3)
  expect(rows).toMatchObject([
    { name: 'smtp', owner: 'bo', versions: 0, readers: 1, findings: 1, worst: 'high' },
    { name: 'Stripe', owner: 'ana', versions: 2, readers: 1, findings: 1, worst: 'high' },
    { name: 'tls', kind: 'certificate', readers: 1, findings: 0, worst: null },
  ])
})

test('objects can be searched, sorted and paged', async () => {
  expect((await ask({ text: 'STR' })).rows.map(({ name }) => name)).toEqual(['Stripe'])
  expect((await ask({ sort: 'expires', direction: 'asc' })).rows.map(({ name }) => name)).toEqual([
    'Stripe',
    'tls',
    'smtp',
  ])
  for (const sort of vaultObjectSorts) {
    const pages = [1, 2, 3].map((page) => ask({ sort, page, pageSize: 1 }))
    expect((await Promise.all(pages)).flatMap(({ rows }) => rows)).toEqual((await ask({ sort })).rows)
  }
  expect((await ask({}, bo)).rows.map(({ name }) => name)).toEqual(['smtp'])
})

test('readers are those of the last thirty days; whoever is always refused shows too', async () => {
  const { rows, total } = await listVaultReaders(db, lead, { at, vaultId, most: 1 })
  expect(total).toBe(2)
  expect(rows).toMatchObject([{ name: 'web', objects: 2, calls: 12, denied: 0, lastReadAt: day('2026-11-22') }])
  const { rows: ofBo } = await listVaultReaders(db, bo, { at, vaultId, most: 9 })
  expect(ofBo).toMatchObject([{ name: 'web', objects: 1, calls: 1 }])
})
