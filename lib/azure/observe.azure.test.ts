// Every observer against the whole stand-in Azure, in a process that knows it only by its environment. Long because one run of
// all of them is what is looked at.
import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { z } from 'zod'
import type { StandIn } from '#e2e/azure/open-stand-in.ts'
import { startStandIn } from '#e2e/azure/start-stand-in.ts'
import { expectedDeleted, expectedMaterial, expectedPolicy, expectedRoles } from './testing/expected-details.ts'

const now = new Date('2026-11-20T10:00:00Z')
const dayMs = 86_400_000
const daysAgo = (days: number) => new Date(now.getTime() - days * dayMs)

let standIn: StandIn
beforeAll(async () => {
  standIn = await startStandIn({ seed: 7, vaults: 20 })
  standIn.azure.clock.set(now)
  const { organization } = standIn.azure
  const some = organization.estateAt(now).vaults.find(({ access }) => access === 'readable')
  // The smaller the estate, the fewer ways of being shut it has: this one is not among twenty vaults by itself.
  organization.amend({ kind: 'access', from: new Date(0), vault: some?.name ?? '', access: 'name-gone' })
  // Nor does it lose a vault every quarter.
  organization.amend({ kind: 'vault', from: daysAgo(9), vault: { name: 'kv-parting' } })
  organization.amend({ kind: 'vault-gone', from: daysAgo(3), vault: 'kv-parting' })
})
afterEach(() => standIn.faults.clear())
afterAll(() => standIn.close())

const observedAs = <T extends z.ZodType>(value: T) =>
  z.object({
    status: z.enum(['read', 'partly', 'not']),
    value: value.optional(),
    missing: z.string().optional(),
    reason: z.object({ code: z.string(), detail: z.string() }).optional(),
  })
const observed = observedAs(z.array(z.looseObject({ name: z.string().optional() })))
const detail = z.object({
  kind: z.enum(['key', 'certificate']),
  name: z.string(),
  policy: observedAs(z.looseObject({})),
  material: observedAs(z.looseObject({})).optional(),
})
const accessSummary = z.object({
  calls: z.array(z.object({ calls: z.number(), identity: z.string() })),
  callers: z.array(z.object({ identity: z.string() })),
  heard: z.array(z.object({ calls: z.number() })),
})
const output = z.object({
  unreadable: z.array(z.unknown()),
  observed: z.array(
    z.object({
      vault: z.looseObject({ name: z.string(), uri: z.string(), resourceId: z.string() }),
      secrets: observed,
      keys: observed,
      certificates: observed,
      deleted: observed,
      diagnostics: observed,
      versionsOf: z.string().nullable(),
      versions: observed.nullable(),
      details: z.array(detail),
      roles: observed,
      topics: observed,
    }),
  ),
  deletedVaults: z.object({ vaults: z.array(z.looseObject({ name: z.string() })), failures: z.array(z.unknown()) }),
  access: z.array(z.object({ workspace: z.object({ name: z.string() }), summary: observedAs(accessSummary) })),
  meter: z.object({ requests: z.number(), retries: z.number(), throttled: z.number() }),
})

async function run(): Promise<unknown> {
  const program = new URL('testing/observe-everything.ts', import.meta.url).pathname
  const window = JSON.stringify({ from: daysAgo(2), to: now })
  const { stdout, stderr } = await promisify(execFile)(process.execPath, [program, window], {
    env: { NODE_ENV: process.env.NODE_ENV, PATH: process.env.PATH, ...standIn.environment },
    maxBuffer: 256 * 1024 * 1024,
  })
  expect(stderr).toBe('')
  return JSON.parse(stdout)
}
const observeEverything = async () => output.parse(await run())

const sorted = <T extends Record<string, unknown>>(items: readonly T[] | undefined) =>
  (items ?? []).toSorted((a, b) => (keyIn(a) < keyIn(b) ? -1 : 1))
const keyIn = ({ id, kind, name }: Record<string, unknown>) => `${id ?? kind ?? ''} ${name ?? ''}`

const namesThere = (vault: string, kind: string) =>
  standIn.azure.organization
    .objectsAt(vault, now)
    .filter((each) => each.kind === kind && each.deletedAt === null)
    .map(({ name }) => name)
    .sort()

test('what is read is what is there, and what is shut says why', async () => {
  const seen = await observeEverything()
  const { organization } = standIn.azure
  const estate = organization.estateAt(now)
  const { vaults } = estate
  // Rows take ten minutes to arrive.
  const arrived = new Date(now.getTime() - 600_000 + 1)
  expect(seen.unreadable).toEqual([])
  expect(seen.observed.map(({ vault }) => vault.name).sort()).toEqual(vaults.map(({ name }) => name).sort())
  const codes: Record<string, string> = {
    'no-role': 'forbidden-by-rbac',
    'no-policy': 'forbidden-by-access-policy',
    firewall: 'forbidden-by-firewall',
    'private-only': 'forbidden-by-connection',
    'name-gone': 'connection-failed',
  }
  for (const { name, access, diagnosticsAccess } of vaults) {
    const vault = seen.observed.find((each) => each.vault.name === name)
    const expected =
      access === 'readable'
        ? { status: 'read' }
        : { status: 'partly', missing: 'fields', reason: { code: codes[access] } }
    expect(vault?.secrets, name).toMatchObject(expected)
    expect(vault?.secrets.value?.map((secret) => secret.name).sort(), name).toEqual(namesThere(name, 'secret'))
    expect(vault?.keys, name).toMatchObject(expected)
    expect(vault?.certificates.status, name).toBe(access === 'readable' ? 'read' : 'not')
    expect(vault?.diagnostics.status, name).toBe(diagnosticsAccess === 'denied' ? 'not' : 'read')
    if (access === 'readable' && vault?.versionsOf) expect(vault.versions?.status, name).toMatch(/^(read|partly)$/)
  }
  expect(seen.access.length).toBeGreaterThan(0)
  for (const { summary, workspace } of seen.access) expect(summary, workspace.name).toMatchObject({ status: 'read' })
  const summaries = seen.access.flatMap(({ summary }) => summary.value ?? [])
  expect(summaries.flatMap(({ calls }) => calls).length).toBeGreaterThan(50)
  for (const { calls, callers } of summaries)
    expect(new Set(calls.map(({ identity }) => identity))).toEqual(new Set(callers.map(({ identity }) => identity)))
  const rows = estate.workspaces.flatMap(({ customerId }) => organization.accesses(customerId, daysAgo(2), arrived))
  expect(summaries.flatMap(({ heard }) => heard).reduce((total, { calls }) => total + calls, 0)).toBe(rows.length)
  expect(standIn.azure.journal.violations()).toEqual([])
})

test('policies, materials, deleted things, roles and topics are what the organization says', async () => {
  const seen = await observeEverything()
  const estate = standIn.azure.organization.estateAt(now)
  const counts = { keys: 0, certificates: 0, deleted: 0, roles: 0, topics: 0 }
  for (const { vault, details, deleted, roles, topics } of seen.observed) {
    const there = estate.vaults.find(({ name }) => name === vault.name)
    if (!there) throw new Error(`there is no vault ${vault.name}`)
    const isOpen = there.access === 'readable'
    const objects = standIn.azure.organization.objectsAt(there.name, now)
    for (const { kind, name, policy, material } of details) {
      const object = objects.find((each) => each.kind === kind && each.name === name)
      expect(policy, name).toMatchObject(isOpen ? { status: 'read', value: expectedPolicy(object) } : { status: 'not' })
      // The control plane tells what a key is behind every wall.
      if (material) expect(material, name).toEqual({ status: 'read', value: expectedMaterial(object) })
      counts[kind === 'key' ? 'keys' : 'certificates'] += 1
    }

    const gone = expectedDeleted(objects)
    expect(deleted.status, vault.name).toBe(isOpen ? 'read' : 'not')
    if (isOpen) expect(sorted(deleted.value), vault.name).toMatchObject(sorted(gone))
    counts.deleted += gone.length

    const reaching = expectedRoles(estate, there).map(({ id, principalId }) => ({ id: id.toLowerCase(), principalId }))
    expect(roles.status).toBe('read')
    expect(sorted(roles.value), vault.name).toMatchObject(sorted(reaching))
    counts.roles += reaching.length

    const listening = (estate.eventTopics ?? []).filter(({ source }) => source.toLowerCase() === vault.resourceId)
    expect(topics, vault.name).toMatchObject({ status: 'read', value: listening.map(({ name }) => ({ name })) })
    counts.topics += listening.length
  }
  for (const [what, count] of Object.entries(counts)) expect(count, what).toBeGreaterThan(0)

  const goneVaults = (estate.deletedVaults ?? []).map(({ name, vaultId }) => ({
    name,
    resourceId: vaultId.toLowerCase(),
  }))
  expect(seen.deletedVaults.failures).toEqual([])
  expect(sorted(seen.deletedVaults.vaults)).toMatchObject(sorted(goneVaults))
  expect(goneVaults.length).toBeGreaterThan(0)
  expect(standIn.azure.journal.violations()).toEqual([])
})

test('an hour of bad luck changes nothing that is seen', async () => {
  const { meter: _, ...calm } = await observeEverything()
  const faults = ['reset', 'truncate', 'malformed'] as const
  for (const kind of faults)
    standIn.faults.add({
      id: kind,
      match: { host: '*.vault.azure.net', method: 'GET', every: 17 },
      times: 6,
      act: { kind },
    })
  standIn.faults.add({
    id: 'busy',
    match: { host: '*.vault.azure.net', method: 'GET', every: 11 },
    times: 6,
    act: { kind: 'status', status: 429 },
  })
  standIn.faults.add({
    id: 'down',
    match: { host: 'management.azure.com', method: 'POST', every: 3 },
    times: 2,
    act: { kind: 'status', status: 503 },
  })
  const { meter, ...stormy } = await observeEverything()
  expect(stormy).toEqual(calm)
  expect(meter.retries).toBeGreaterThan(5)
  expect(meter.throttled).toBeGreaterThan(0)
})

test('Resource Graph out of order fails the whole listing', async () => {
  standIn.faults.add({
    id: 'graph',
    match: { host: 'management.azure.com', path: '*Microsoft.ResourceGraph*' },
    act: { kind: 'status', status: 500 },
  })
  expect(await run()).toMatchObject({ estateUnreadable: { code: 'server-error' } })
})
