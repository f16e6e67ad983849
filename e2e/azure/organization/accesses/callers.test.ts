import { expect, test } from 'vitest'
import { createOrganization } from '../create-organization.ts'
import type { Access } from '../organization.ts'
import { dayMs, hourMs } from '../rhythm.ts'

// A Wednesday.
const midnight = new Date('2026-11-18T00:00:00Z')
const organization = createOrganization({ seed: 'kempt', vaults: 60 })
const rows = organization
  .estateAt(midnight)
  .workspaces.flatMap(({ customerId }) =>
    organization.accesses(customerId, midnight, new Date(midnight.getTime() + dayMs)),
  )
const reads = rows.filter(({ operation, httpStatus }) => operation === 'SecretGet' && httpStatus === 200)

type Managed = Extract<Access['caller'], { kind: 'managed-identity' }>
const managed = new Map<string, Managed>()
for (const { caller } of reads)
  if (caller?.kind === 'managed-identity' && caller.objectId !== organization.kemptIdentity.objectId)
    managed.set(caller.objectId, caller)

test('about a third of the applications has an identity of its own, and says where it is used', () => {
  const all = [...managed.values()]
  const assigned = all.filter(({ hostId }) => hostId)
  expect(assigned.length / all.length).toBeGreaterThan(0.2)
  expect(assigned.length / all.length).toBeLessThan(0.5)
  for (const { resourceId, hostId } of assigned) {
    expect(resourceId).toMatch(
      /\/providers\/Microsoft\.ManagedIdentity\/userAssignedIdentities\/id-\w+-(prod|test|dev)$/,
    )
    expect(hostId).toMatch(
      /\/Microsoft\.(Web\/sites\/app|App\/containerApps\/ca|ContainerService\/managedClusters\/aks)-/,
    )
  }
  for (const { resourceId, hostId } of all)
    if (!hostId) expect(resourceId).toMatch(/\/Microsoft\.(Web\/sites\/app|App\/containerApps\/ca)-/)
})

test('about one in four runs in three to ten instances, each with an address', () => {
  const addresses = new Map([...managed.keys()].map((id) => [id, new Set<string>()]))
  for (const { caller, address } of reads) addresses.get(caller?.objectId ?? '')?.add(address)
  const counts = [...addresses.values()].map(({ size }) => size)
  const scaled = counts.filter((count) => count > 1)
  expect(scaled.length / counts.length).toBeGreaterThan(0.1)
  expect(scaled.length / counts.length).toBeLessThan(0.4)
  expect(Math.min(...scaled)).toBeGreaterThanOrEqual(3)
  expect(Math.max(...scaled)).toBeLessThanOrEqual(10)
})

test('an instance that keeps what it read reads it at most twice in eight hours, however many there are', () => {
  const byCaller = Map.groupBy(
    reads,
    ({ vault, object, caller }) => `${vault.name} ${object?.name} ${caller?.objectId}`,
  )
  const scaled = [...byCaller.values()].filter((of) => new Set(of.map(({ address }) => address)).size > 2)
  expect(scaled.length).toBeGreaterThan(20)
  // By caller alone most of them would look as if they kept nothing.
  const often = (of: Access[], key: (row: Access) => string) =>
    [...Map.groupBy(of, (row) => `${key(row)} ${Math.floor(row.at.getTime() / (8 * hourMs))}`).values()].some(
      ({ length }) => length > 2,
    )
  expect(scaled.filter((of) => often(of, () => '')).length).toBeGreaterThan(scaled.length / 2)
  expect(scaled.filter((of) => often(of, ({ address }) => address)).length).toBeLessThan(scaled.length / 5)
})
