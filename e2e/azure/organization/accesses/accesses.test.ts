import { afterEach, describe, expect, test } from 'vitest'
import { createOrganization } from '../create-organization.ts'
import type { Access } from '../organization.ts'
import { dayMs } from '../rhythm.ts'

// A Wednesday.
const midnight = new Date('2026-11-18T00:00:00Z')
const after = (ms: number) => new Date(midnight.getTime() + ms)
const organization = createOrganization({ seed: 'kempt', vaults: 60 })
const workspaces = organization.estateAt(midnight).workspaces
const between = (from: Date, to: Date, of = organization): Access[] =>
  workspaces.flatMap(({ customerId }) => of.accesses(customerId, from, to))
const wednesday = between(midnight, after(dayMs))
const of = (operation: string, httpStatus = 200) =>
  wednesday.filter((row) => row.operation === operation && row.httpStatus === httpStatus)

afterEach(() => organization.undoAmendments())

describe('a working day', () => {
  test('is some six to thirteen thousand rows, a Sunday less', () => {
    expect(wednesday.length).toBeGreaterThan(6000)
    expect(wednesday.length).toBeLessThan(13_000)
    const sunday = between(after(4 * dayMs), after(5 * dayMs)).filter(({ operation }) => operation !== 'SecretBackup')
    expect(sunday.length).toBeLessThan(wednesday.length)
  })

  test('is mostly reads of values by the identities of applications', () => {
    const reads = of('SecretGet')
    expect(reads.length / wednesday.length).toBeGreaterThan(0.6)
    expect(reads.filter(({ caller }) => caller?.kind === 'managed-identity').length / reads.length).toBeGreaterThan(0.7)
    expect(reads.some(({ caller }) => caller?.kind === 'application')).toBe(true)
    expect(reads.every(({ object }) => /^[0-9a-f]{32}$/.test(object?.version ?? ''))).toBe(true)
  })

  test('has challenges without identity, refusals, misses, and visits of Azure itself', () => {
    expect(of('Authentication', 401).every(({ caller, object }) => caller === null && object === null)).toBe(true)
    expect(of('Authentication', 401).length).toBeGreaterThan(100)
    expect(of('SecretList', 403).length).toBeGreaterThan(10)
    expect(of('SecretGet', 404).length).toBeGreaterThan(5)
    expect(of('VaultGet').every(({ clientInfo }) => clientInfo.startsWith('AzureResourceGraph.'))).toBe(true)
    for (const operation of ['KeyUnwrap', 'KeySign', 'SecretSet', 'SecretNearExpiryEventGridNotification'])
      expect(of(operation).length, operation).toBeGreaterThan(0)
  })

  test('has a reader who asks every minute', () => {
    const counts = Map.groupBy(of('SecretGet'), ({ vault, object }) => `${vault.name} ${object?.name}`)
    expect(Math.max(...[...counts.values()].map((rows) => rows.length))).toBeGreaterThanOrEqual(1440)
  })

  test('has Kempt’s own lists in every vault that is logged and readable, save the silent one', () => {
    const own = wednesday.filter(
      ({ caller, operation }) => caller?.objectId === organization.kemptIdentity.objectId && operation === 'SecretList',
    )
    const heard = new Set(own.filter(({ httpStatus }) => httpStatus === 200).map(({ vault }) => vault.name))
    const logged = organization
      .estateAt(midnight)
      .vaults.filter(
        ({ access, diagnosticSettings }) =>
          access === 'readable' &&
          JSON.stringify(diagnosticSettings).match(/"(audit|allLogs|AuditEvent)"/) &&
          diagnosticSettings.some(({ workspaceId }) => workspaceId),
      )
    const silent = logged.filter(({ name }) => !heard.has(name))
    expect(silent).toHaveLength(1)
  })

  test('never reads a version that does not exist yet', () => {
    for (const { vault, object, at } of of('SecretGet').slice(0, 500)) {
      const found = organization
        .objectsAt(vault.name, after(dayMs - 1000))
        .find(({ kind, name }) => kind === 'secret' && name === object?.name)
      const version = found?.versions.find(({ id }) => id === object?.version)
      expect(version?.createdAt.getTime()).toBeLessThanOrEqual(at.getTime())
    }
  })

  test('some readers stay with an older version', () => {
    const atMidnight = new Map<string, string | undefined>()
    for (const { name: vault } of organization.estateAt(midnight).vaults)
      for (const { kind, name, versions } of organization.objectsAt(vault, midnight))
        if (kind === 'secret' && versions.length > 1) atMidnight.set(`${vault} ${name}`, versions.at(-2)?.id)
    const pinned = of('SecretGet').filter(
      ({ vault, object }) => object?.version && atMidnight.get(`${vault.name} ${object.name}`) === object.version,
    )
    expect(pinned.length).toBeGreaterThan(5)
  })
})

test('rows come in order of time, within the stretch asked for, and every stretch fits the next', () => {
  const { customerId } = workspaces[1] ?? { customerId: '' }
  const noon = after(dayMs / 2 + 1234)
  const whole = organization.accesses(customerId, midnight, after(2 * dayMs))
  const parts = [
    ...organization.accesses(customerId, midnight, noon),
    ...organization.accesses(customerId, noon, after(2 * dayMs)),
  ]
  expect(parts).toEqual(whole)
  expect(whole.every((row, place) => place === 0 || row.at >= (whole[place - 1]?.at ?? row.at))).toBe(true)
  expect(whole.every(({ at }) => at >= midnight && at < after(2 * dayMs))).toBe(true)
})

test('the same day is the same for another organization of the same seed', () => {
  expect(between(midnight, after(dayMs), createOrganization({ seed: 'kempt', vaults: 60 }))).toEqual(wednesday)
})

test('a read that a story asks for begins when it says, with the version of the time', () => {
  const vault = wednesday[0]?.vault.name ?? ''
  const noon = after(dayMs / 2)
  const object = { kind: 'secret' as const, name: 'story-secret' }
  organization.amend({ kind: 'object', from: midnight, vault, object })
  organization.amend({ kind: 'reads', from: noon, vault, object, everyMinutes: 60 })
  const reads = between(midnight, after(dayMs)).filter((row) => row.object?.name === 'story-secret')
  expect(reads).toHaveLength(12)
  expect(reads[0]).toMatchObject({ at: noon, operation: 'SecretGet', httpStatus: 200 })
  const [made] = organization.objectsAt(vault, noon).filter(({ name }) => name === 'story-secret')
  expect(reads[0]?.object?.version).toBe(made?.versions[0]?.id)
})

test('a vault that goes at noon is silent in the afternoon, and the morning stays as it was but for its end', () => {
  const vault = wednesday[0]?.vault.name ?? ''
  const noon = after(dayMs / 2)
  const rowsOf = (rows: Access[]) =>
    rows.filter((row) => row.vault.name === vault).map(({ at, operation }) => [at, operation])
  const morning = rowsOf(wednesday.filter(({ at }) => at < noon))
  organization.amend({ kind: 'vault-gone', from: noon, vault })
  const told = rowsOf(between(midnight, after(dayMs)))
  expect(told.slice(0, -1)).toEqual(morning)
  expect(told.at(-1)).toEqual([after(dayMs / 2 - 1200), 'VaultDelete'])
})

test('a vault that goes at midnight is deleted on the day before', () => {
  const vault = wednesday[0]?.vault.name ?? ''
  organization.amend({ kind: 'vault-gone', from: after(dayMs), vault })
  const ends = between(midnight, after(2 * dayMs)).filter(({ operation }) => operation === 'VaultDelete')
  expect(ends).toMatchObject([{ at: after(dayMs - 1200), vault: { name: vault } }])
})

test('a setting that a story changes is changed through Resource Manager, at that instant', () => {
  const vault = wednesday[0]?.vault.name ?? ''
  const at = after(dayMs / 2 + 90_000)
  organization.amend({ kind: 'vault', from: at, vault: { name: vault, properties: { enabledForDeployment: true } } })
  const changes = between(midnight, after(dayMs)).filter(
    (row) => row.vault.name === vault && /^Vault(Put|Patch)$/.test(row.operation),
  )
  expect(changes).toMatchObject([{ at, operation: 'VaultPut', clientInfo: 'azure-resource-manager/2.0' }])
})
