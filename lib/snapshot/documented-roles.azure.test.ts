// The roles that the README asks for are enough, each of them is needed, and nothing Kempt asks for takes more. Long because each
// role is taken away once.
import { readFileSync } from 'node:fs'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type AmendableOrganization, createOrganization } from '#e2e/azure/organization/create-organization.ts'
import type { Amendment, Vault } from '#e2e/azure/organization/organization.ts'
import { createKeyVault } from '#e2e/azure/key-vault/key-vault.ts'
import { createLogAnalytics } from '#e2e/azure/log-analytics/log-analytics.ts'
import { openStandIn, type StandIn } from '#e2e/azure/open-stand-in.ts'
import { createResourceGraph } from '#e2e/azure/resource-graph/resource-graph.ts'
import { createResourceManager } from '#e2e/azure/resource-manager/resource-manager.ts'
import type { Database } from '#lib/db/open-database.ts'
import { anInstallation } from './testing/an-installation.ts'

const capturedAt = new Date('2026-11-20T02:15:00Z')
const roleIds = {
  Reader: 'acdd72a7-3385-48ef-bd42-f606fba81ae7',
  'Key Vault Reader': '21090545-7ca7-4776-b22c-e363652d74d2',
  'Log Analytics Reader': '73c42c96-874c-492b-b04d-ab87d138a893',
} as const
type Role = keyof typeof roleIds

let organization: AmendableOrganization
let standIn: StandIn
/** In the one subscription the logs are collected, in the others are the vaults. */
let central: string
let vaults: Vault[]
beforeAll(async () => {
  organization = createOrganization({ seed: '11', vaults: 10, objectsPerVault: 6 })
  const services = [createKeyVault(), createResourceGraph(), createResourceManager(), createLogAnalytics()]
  standIn = await openStandIn({ organization, services })
  standIn.azure.clock.set(capturedAt)
  central = estate().workspaces[0]?.subscriptionId ?? ''
  vaults = estate().vaults.filter(({ subscriptionId }) => subscriptionId !== central)
})
afterAll(() => standIn.close())

const estate = () => organization.estateAt(capturedAt)
const usesRoles = ({ properties }: Vault) => properties.enableRbacAuthorization === true

/** What the README says to give on vaults with access policies. */
const documentedPolicy = { secrets: ['list'], keys: ['list', 'getrotationpolicy'], certificates: ['list', 'get'] }

/** Everything as the README says, but for one role, or with Reader on the single vaults of one subscription instead of on it. */
function grant({ without, unseen }: { without?: Role; unseen?: string } = {}) {
  organization.undoAmendments()
  const from = new Date(0)
  const amend = (amendment: Amendment) => organization.amend(amendment)
  const { objectId: principalId } = organization.kemptIdentity
  for (const vault of estate().vaults) {
    if (vault.subscriptionId === central) amend({ kind: 'vault-gone', from, vault: vault.name })
    const accessPolicies = usesRoles(vault)
      ? []
      : [{ tenantId: organization.tenantId, objectId: principalId, permissions: documentedPolicy }]
    const { name } = vault
    amend({
      kind: 'vault',
      from,
      vault: { name, access: 'readable', diagnosticsAccess: 'readable', properties: { accessPolicies } },
    })
  }
  const subscriptions = estate().subscriptions.flatMap(({ id }) => (id === central ? [] : [`/subscriptions/${id}`]))
  const given: Record<Role, string[]> = {
    Reader: [
      ...subscriptions.filter((scope) => scope !== `/subscriptions/${unseen}`),
      ...vaults.flatMap(({ id, subscriptionId }) => (subscriptionId === unseen ? id : [])),
    ],
    'Key Vault Reader': subscriptions,
    'Log Analytics Reader': estate().workspaces.map(({ id }) => id),
  }
  const roles = (['Reader', 'Key Vault Reader', 'Log Analytics Reader'] as const).flatMap((role) =>
    role === without ? [] : given[role].map((scope) => ({ roleId: roleIds[role], scope })),
  )
  amend({ kind: 'roles', from, principalId, roles })
  standIn.azure.journal.clear()
}

/** Parts of vaults that are not wholly read, with the reason: "kv-orders secrets forbidden-by-rbac". */
async function gapsIn(db: Database): Promise<string[]> {
  const rows = await db.observation.findMany({
    where: { validTo: null, status: { not: 'read' } },
    select: { part: true, reasonCode: true, vault: { select: { name: true } } },
  })
  return rows.map(({ part, reasonCode, vault }) => `${vault.name} ${part} ${reasonCode}`).sort()
}

/** Of vaults that send no log, or to nobody Kempt knows, no role lets anybody read one. */
const notAboutTheLog = (gap: string) => !/ access-log (not-logged|log-silent)$/.test(gap)

const refused = () => standIn.azure.journal.entries().filter(({ status }) => status === 401 || status === 403)

test('the README asks for these roles and no other', () => {
  const readme = readFileSync(new URL('../../README.md', import.meta.url), 'utf8')
  const table = readme.slice(readme.indexOf('| Role | Where | What for |')).split('\n\n')[0] ?? ''
  expect([...table.matchAll(/^ *\| \*\*(.+?)\*\* \|/gm)].map(([, role]) => role)).toEqual(Object.keys(roleIds))
  expect(readme).toContain(
    'add one with `list` on secrets, `list` and `getrotationpolicy` on keys, `list` and `get` on certificates',
  )
})

test('with them every part of every vault is read, and of all that is asked for nothing is refused', async () => {
  grant()
  const { db, takes } = await anInstallation(standIn)
  const { summary, exitCode } = await takes(capturedAt)
  expect(summary).toMatchObject({ status: 'complete', vaultsTotal: vaults.length, vaultsPartly: 0, problems: [] })
  expect(exitCode).toBe(0)
  expect(vaults.some(usesRoles) && !vaults.every(usesRoles)).toBe(true)
  expect((await gapsIn(db)).filter(notAboutTheLog)).toEqual([])
  expect(standIn.azure.journal.entries().length).toBeGreaterThan(100)
  expect(refused()).toEqual([])
  expect(standIn.azure.journal.violations()).toEqual([])
})

test('without Reader there is no estate, and the run says what it needs', async () => {
  grant({ without: 'Reader' })
  const { db, starts } = await anInstallation(standIn)
  const { exitCode, err } = await starts(capturedAt).finished
  expect(exitCode).toBe(1)
  expect(err).toContain('it needs the role Reader')
  expect(await db.snapshot.findMany({ select: { status: true } })).toEqual([{ status: 'failed' }])
})

test('where Reader reaches the vaults and not their subscription, whoever listens to the vaults is unknown, and not nobody', async () => {
  const unseen = vaults[0]?.subscriptionId ?? ''
  grant({ unseen })
  const { db, takes } = await anInstallation(standIn)
  await takes(capturedAt)
  const there = vaults.filter(({ subscriptionId }) => subscriptionId === unseen).map(({ name }) => name)
  expect(there.length).toBeGreaterThan(0)
  const gaps = (await gapsIn(db)).filter(notAboutTheLog)
  expect(gaps).toEqual(there.map((name) => `${name} events forbidden`).sort())
})

test('without Key Vault Reader the objects of vaults that go by roles are unknown, because of a role', async () => {
  grant({ without: 'Key Vault Reader' })
  const { db, takes } = await anInstallation(standIn)
  expect((await takes(capturedAt)).exitCode).toBe(3)
  const gaps = await gapsIn(db)
  for (const vault of vaults) {
    for (const part of ['secrets', 'keys', 'certificates'])
      expect(gaps.includes(`${vault.name} ${part} forbidden-by-rbac`), `${vault.name} ${part}`).toBe(usesRoles(vault))
  }
})

test('without Log Analytics Reader who reads what is unknown, because of the workspace', async () => {
  grant({ without: 'Log Analytics Reader' })
  const { db, takes } = await anInstallation(standIn)
  await takes(capturedAt)
  const gaps = (await gapsIn(db)).filter(notAboutTheLog)
  expect(gaps.length).toBeGreaterThan(vaults.length / 2)
  expect(gaps.filter((gap) => !gap.endsWith(' access-log workspace-unreadable'))).toEqual([])
})

test('without any one permission of the access policy exactly what it shows is unknown', async () => {
  grant()
  const lacking = {
    'list on secrets': { ...documentedPolicy, secrets: [] },
    'list on keys': { ...documentedPolicy, keys: ['getrotationpolicy'] },
    'getrotationpolicy on keys': { ...documentedPolicy, keys: ['list'] },
    'list on certificates': { ...documentedPolicy, certificates: ['get'] },
    'get on certificates': { ...documentedPolicy, certificates: ['list'] },
  }
  // A vault for each, which holds something of every kind.
  const named = Object.entries(lacking).map(([missing, permissions], place) => {
    const name = `kv-lacks-${place}`
    const accessPolicies = [
      { tenantId: organization.tenantId, objectId: organization.kemptIdentity.objectId, permissions },
    ]
    const properties = { enableRbacAuthorization: false, accessPolicies }
    const objects = (['secret', 'key', 'certificate'] as const).map((kind) => ({ kind, name: `one-${kind}` }))
    const { subscriptionId = '' } = vaults[0] ?? {}
    organization.amend({ kind: 'vault', from: new Date(0), vault: { name, subscriptionId, properties }, objects })
    return [name, missing] as const
  })
  const { db, takes } = await anInstallation(standIn)
  await takes(capturedAt)
  const gaps = (await gapsIn(db)).filter(notAboutTheLog).map((gap) => gap.split(' '))
  const unknownIn = (name: string) => gaps.flatMap(([vault, part]) => (vault === name ? part : []))
  expect(new Set(gaps.map(([, , reason]) => reason))).toEqual(new Set(['forbidden-by-access-policy']))
  expect(gaps.every(([vault]) => named.some(([name]) => name === vault))).toBe(true)
  expect(Object.fromEntries(named.map(([name, missing]) => [missing, unknownIn(name)]))).toEqual({
    'list on secrets': ['deleted', 'secrets', 'versions'],
    'list on keys': ['deleted', 'keys', 'renewals', 'versions'],
    'getrotationpolicy on keys': ['renewals'],
    'list on certificates': ['certificates', 'deleted', 'key-material', 'renewals', 'versions'],
    // The policy of a certificate says what its key is made of, too.
    'get on certificates': ['key-material', 'renewals'],
  })
})
