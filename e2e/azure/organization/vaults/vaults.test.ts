import { expect, test } from 'vitest'
import { createOrganization } from '../create-organization.ts'
import { dayMs } from '../rhythm.ts'

const now = new Date('2026-11-20T03:00:00Z')
const daysAgo = (days: number) => new Date(now.getTime() - days * dayMs)
const organization = createOrganization({ seed: 'kempt', vaults: 60 })

const estate = organization.estateAt(now)

test.each([1, 7, 60, 250])('of %i vaults has that many at any instant, with names of their own', (vaults) => {
  const sized = createOrganization({ seed: 'size', vaults })
  for (const days of [0, 100, 200, 300]) {
    const names = sized.estateAt(daysAgo(days)).vaults.map(({ name }) => name)
    expect(new Set(names).size).toBe(vaults)
    for (const name of names) expect(name).toMatch(/^[a-z][a-z0-9-]{1,22}[a-z0-9]$/)
  }
})

test('of ten thousand vaults keeps every name short and its own', () => {
  const vaults = createOrganization({ seed: 'large', vaults: 10_000 }).estateAt(now).vaults
  expect(new Set(vaults.map(({ name }) => name)).size).toBe(10_000)
  expect(Math.max(...vaults.map(({ name }) => name.length))).toBeLessThanOrEqual(24)
})

test('stands in eight subscriptions below the tenant root', () => {
  expect(estate.subscriptions).toHaveLength(8)
  for (const { managementGroups } of estate.subscriptions)
    expect(managementGroups.at(-1)).toEqual({ id: organization.tenantId, displayName: 'Tenant Root Group' })
  const used = new Set(estate.vaults.map(({ subscriptionId }) => subscriptionId))
  expect([...used].every((used) => estate.subscriptions.some(({ id }) => id === used))).toBe(true)
})

test('has every way of not being readable, and most vaults are', () => {
  const counts = Map.groupBy(estate.vaults, ({ access }) => access)
  for (const access of ['no-role', 'no-policy', 'firewall', 'private-only', 'name-gone'] as const)
    expect(counts.get(access)?.length, access).toBeGreaterThan(0)
  expect(counts.get('readable')?.length).toBeGreaterThan(50)
})

test('a vault says of itself what makes it unreadable', () => {
  for (const { access, properties } of estate.vaults) {
    const text = JSON.stringify(properties)
    if (access === 'no-role') expect(properties.enableRbacAuthorization).toBe(true)
    if (access === 'no-policy') expect(text).not.toContain(organization.kemptIdentity.objectId)
    if (access === 'firewall') expect(text).toContain('"defaultAction":"Deny"')
    if (access === 'private-only') expect(properties.publicNetworkAccess).toBe('Disabled')
  }
})

test('Kempt holds a role on the RBAC vaults it can read, and a policy on the others', () => {
  const { objectId } = organization.kemptIdentity
  for (const { id, access, properties } of estate.vaults.filter((vault) => vault.access === 'readable')) {
    const hasRole = estate.roleAssignments.some(({ principalId, scope }) => principalId === objectId && scope === id)
    const hasPolicy = JSON.stringify(properties.accessPolicies).includes(objectId)
    expect(properties.enableRbacAuthorization === true ? hasRole : hasPolicy, `${id} ${access}`).toBe(true)
  }
})

test('role assignments have ids of their own', () => {
  const ids = estate.roleAssignments.map(({ id }) => id)
  expect(new Set(ids).size).toBe(ids.length)
})

test('every owner that signs in finds vaults of theirs, and some vaults name nobody', () => {
  const named = estate.vaults.map(({ tags }) =>
    Object.entries(tags)
      .find(([tag]) => tag.toLowerCase() === 'owner')?.[1]
      .toLowerCase(),
  )
  for (const person of organization.people.filter(({ roles }) => roles.includes('Kempt.Owner'))) {
    const names = [person.userPrincipalName, ...person.groups].map((name) => name.toLowerCase())
    expect(
      named.some((owner) => owner && names.includes(owner)),
      person.name,
    ).toBe(true)
  }
  expect(named.filter((owner) => !owner).length).toBeGreaterThan(5)
})

test('a way in is lost and found again within a quarter', () => {
  const lost = new Set<string>()
  const found = new Set<string>()
  for (let days = 90; days > 0; days--) {
    const [before, after] = [organization.estateAt(daysAgo(days)), organization.estateAt(daysAgo(days - 1))]
    for (const { name, access } of after.vaults) {
      const was = before.vaults.find((vault) => vault.name === name)?.access
      if (was === 'readable' && access === 'no-role') lost.add(name)
      if (was === 'no-role' && access === 'readable') found.add(name)
    }
  }
  expect(lost.size).toBeGreaterThan(0)
  expect(found.size).toBeGreaterThan(0)
})

test('settings change within a quarter: purge protection is gained and never lost, firewalls open and close', () => {
  let gained = 0
  let opened = 0
  for (let days = 90; days > 0; days--) {
    const before = new Map(organization.estateAt(daysAgo(days)).vaults.map((vault) => [vault.name, vault.properties]))
    for (const { name, properties } of organization.estateAt(daysAgo(days - 1)).vaults) {
      const was = before.get(name)
      if (!was) continue
      if (was.enablePurgeProtection === true) expect(properties.enablePurgeProtection, name).toBe(true)
      else if (properties.enablePurgeProtection === true) gained++
      if (JSON.stringify(was).includes('"Deny"') && JSON.stringify(properties).includes('"Allow"')) opened++
    }
  }
  expect(gained).toBeGreaterThan(0)
  expect(opened).toBeGreaterThan(0)
})
