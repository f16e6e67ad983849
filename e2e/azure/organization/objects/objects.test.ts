import { expect, test } from 'vitest'
import { createOrganization } from '../create-organization.ts'
import type { VaultObject } from '../organization.ts'
import { dayMs } from '../rhythm.ts'

const now = new Date('2026-11-20T03:00:00Z')
const daysAgo = (days: number) => new Date(now.getTime() - days * dayMs)
const organization = createOrganization({ seed: 'kempt', vaults: 60 })
const everything = (of = organization, at = now) =>
  of.estateAt(at).vaults.flatMap((vault) => of.objectsAt(vault.name, at))

test('are named once per kind, in names Key Vault would take', () => {
  for (const { name } of organization.estateAt(now).vaults) {
    const objects = organization.objectsAt(name, now)
    expect(new Set(objects.map((object) => `${object.kind} ${object.name}`)).size).toBe(objects.length)
    for (const object of objects) expect(object.name).toMatch(/^[0-9a-zA-Z-]{1,127}$/)
  }
})

test('number about fifty a vault, from a few to two hundred', () => {
  const sizes = organization.estateAt(now).vaults.map(({ name }) => organization.objectsAt(name, now).length)
  const mean = sizes.reduce((sum, size) => sum + size, 0) / sizes.length
  expect(mean).toBeGreaterThan(40)
  expect(mean).toBeLessThan(60)
  expect(Math.min(...sizes)).toBeLessThan(10)
  expect(Math.max(...sizes)).toBeGreaterThan(120)
})

test('as many as asked for', () => {
  const full = createOrganization({ seed: 'kempt', vaults: 40, objectsPerVault: 100 })
  expect(everything(full).length / 40).toBeGreaterThan(85)
  expect(everything(full).length / 40).toBeLessThan(115)
})

test('a certificate brings a managed secret and a managed key of the same versions', () => {
  const at = organization.estateAt(now).vaults.map(({ name }) => organization.objectsAt(name, now))
  const certificates = at.flat().filter(({ kind }) => kind === 'certificate')
  expect(certificates.length).toBeGreaterThan(20)
  for (const objects of at) {
    for (const certificate of objects.filter(({ kind }) => kind === 'certificate')) {
      const kept = objects.filter(({ name, managed }) => name === certificate.name && managed)
      expect(kept.map(({ kind }) => kind).sort()).toEqual(['key', 'secret'])
      for (const { versions } of kept)
        expect(versions.map(({ id }) => id)).toEqual(certificate.versions.map(({ id }) => id))
    }
  }
})

test('one or two in a hundred change a day, on every day', () => {
  for (const days of [1, 17, 45, 80]) {
    const before = fingerprints(daysAgo(days + 1))
    const after = fingerprints(daysAgo(days))
    const changed = [...after].filter(([object, print]) => before.get(object) !== print).length
    expect(changed / after.size).toBeGreaterThan(0.008)
    expect(changed / after.size).toBeLessThan(0.035)
  }
})

function fingerprints(at: Date): Map<string, string> {
  return new Map(
    organization
      .estateAt(at)
      .vaults.flatMap((vault) =>
        organization
          .objectsAt(vault.name, at)
          .map((object): [string, string] => [`${vault.name} ${object.kind} ${object.name}`, JSON.stringify(object)]),
      ),
  )
}

test('a version never changes its id or birth, and a new one comes after the last', () => {
  const { name } = organization.estateAt(now).vaults.find(({ access }) => access === 'readable') ?? { name: '' }
  let before = new Map<string, VaultObject>()
  for (let days = 120; days >= 0; days--) {
    const objects = organization.objectsAt(name, daysAgo(days))
    for (const object of objects) {
      const was = before.get(`${object.kind} ${object.name}`)
      const [newest, newestThen] = [object.versions.at(-1), was?.versions.at(-1)]
      if (!newest || !newestThen) continue
      if (newest.id === newestThen.id) expect(newest.createdAt).toEqual(newestThen.createdAt)
      else expect(newest.createdAt.getTime()).toBeGreaterThan(newestThen.createdAt.getTime())
      expect(newest.createdAt.getTime()).toBeLessThanOrEqual(daysAgo(days).getTime())
      expect(newest.updatedAt.getTime()).toBeLessThanOrEqual(daysAgo(days).getTime())
    }
    before = new Map(objects.map((object) => [`${object.kind} ${object.name}`, object]))
  }
})

test('nothing is older than its vault', () => {
  for (const vault of organization.estateAt(now).vaults)
    for (const { versions } of organization.objectsAt(vault.name, now))
      for (const { createdAt } of versions)
        expect(createdAt.getTime()).toBeGreaterThanOrEqual(vault.createdAt.getTime())
})

test('of a vault that is not there cannot be listed', () => {
  expect(() => organization.objectsAt('kv-never-was', now)).toThrow('there is no vault kv-never-was')
})

test('every version of every object has a canary of its own', () => {
  const canaries = new Set<string>()
  let versions = 0
  for (const { name } of organization.estateAt(now).vaults) {
    for (const object of organization.objectsAt(name, now)) {
      for (const version of object.versions) {
        canaries.add(organization.valueOf(name, object.kind, object.name, version.id))
        versions++
      }
    }
  }
  expect(canaries.size).toBe(versions)
  expect([...canaries].every((canary) => /^CANARY-[0-9a-f]{40}$/.test(canary))).toBe(true)
})

test('some keys and certificates are deleted at any time, and with a certificate its secret and key', () => {
  for (const days of [0, 30, 60, 90]) {
    const vaults = organization
      .estateAt(daysAgo(days))
      .vaults.map(({ name }) => organization.objectsAt(name, daysAgo(days)))
    const deleted = vaults.flat().filter(({ deletedAt }) => deletedAt)
    expect(deleted.some(({ kind }) => kind === 'key' || kind === 'certificate')).toBe(true)
    for (const objects of vaults)
      for (const { name, deletedAt } of objects.filter(({ kind }) => kind === 'certificate'))
        for (const kept of objects.filter((object) => object.name === name && object.managed))
          expect(kept.deletedAt).toEqual(deletedAt)
  }
})
