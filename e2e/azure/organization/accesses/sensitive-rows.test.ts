// A quarter of what a reviewer looks for in the log: what was deleted, purged, carried out, brought back or changed.
import { describe, expect, test } from 'vitest'
import { officeAddress } from '../company/identities.ts'
import { createOrganization } from '../create-organization.ts'
import { createEstatePlan } from '../estate-plan.ts'
import type { Access } from '../organization.ts'
import { dayMs } from '../rhythm.ts'
import { seedOf } from '../seeded-random.ts'
import { writeCarryOut } from './carry-out-rows.ts'

const now = new Date('2026-11-20T00:00:00Z')
const organization = createOrganization({ seed: 'kempt', vaults: 60 })
const sensitive = /(Delete|Purge|Backup|Restore|Recover|VaultPut|VaultPatch)$/

const quarter: Access[] = []
for (let at = now.getTime() - 90 * dayMs; at < now.getTime(); at += dayMs) {
  for (const { customerId } of organization.estateAt(now).workspaces)
    for (const row of organization.accesses(customerId, new Date(at), new Date(at + dayMs)))
      if (sensitive.test(row.operation)) quarter.push(row)
}
const of = (operation: string) => quarter.filter((row) => row.operation === operation)
const kindsOf = (rows: Access[]) => [...new Set(rows.map(({ caller }) => caller?.kind))].sort()
const objectAt = ({ vault, object }: Access, at: Date) =>
  organization.objectsAt(vault.name, at).find(({ kind, name }) => kind === object?.kind && name === object.name)

test.each(['SecretDelete', 'KeyDelete', 'CertificateDelete', 'SecretRecover', 'KeyRecover', 'CertificateRecover'])(
  '%s happens, by people, and to what is named',
  (operation) => {
    const rows = of(operation).filter(({ caller }) => caller?.kind === 'user')
    expect(rows.length).toBeGreaterThan(0)
    expect(rows.every(({ object, httpStatus }) => object?.version === null && httpStatus === 200)).toBe(true)
  },
)

describe('a purge by a person', () => {
  const purges = [...of('SecretPurge'), ...of('KeyPurge'), ...of('CertificatePurge')].filter(
    ({ caller }) => caller?.kind === 'user',
  )

  test('happens now and then, only in vaults that can be purged', () => {
    expect(purges.length).toBeGreaterThan(2)
    for (const { vault, httpStatus } of purges) {
      expect(vault.properties.enablePurgeProtection).not.toBe(true)
      expect(httpStatus).toBe(204)
    }
  })

  test('ends what could be recovered until then, and can no more', () => {
    for (const row of purges) {
      const before = objectAt(row, new Date(row.at.getTime() - 1000))
      expect(before?.deletedAt).toBeInstanceOf(Date)
      expect(before?.scheduledPurgeAt?.getTime()).toBeGreaterThan(row.at.getTime())
      expect(objectAt(row, row.at)).toBeUndefined()
    }
  })

  test('follows its deletion in the log', () => {
    const first = now.getTime() - 84 * dayMs
    for (const { at, vault, object } of purges.filter((row) => row.at.getTime() > first))
      expect(
        quarter.some(
          (row) =>
            row.operation.endsWith('Delete') &&
            row.vault.name === vault.name &&
            row.object?.name === object?.name &&
            row.at < at,
        ),
        object?.name,
      ).toBe(true)
  })
})

test('what comes with a certificate is deleted with it, and not once more', () => {
  for (const { vault, object, at } of of('CertificateDelete'))
    expect(
      quarter.filter((row) => row.vault.name === vault.name && row.object?.name === object?.name && +row.at === +at),
    ).toHaveLength(1)
})

test('a restore is rehearsed in another vault and leaves nothing there', () => {
  const restores = of('SecretRestore')
  expect(restores.length).toBeGreaterThan(2)
  expect(restores.length).toBeLessThan(60)
  expect(kindsOf(restores)).toEqual(['application'])
  for (const row of restores) {
    expect(objectAt(row, new Date(row.at.getTime() - dayMs))).toBeUndefined()
    expect(objectAt(row, new Date(row.at.getTime() + dayMs))).toBeUndefined()
    const after = quarter.filter(
      ({ vault, object, at }) => vault.name === row.vault.name && object?.name === row.object?.name && at >= row.at,
    )
    expect(after.map(({ operation }) => operation).slice(0, 3)).toEqual([
      'SecretRestore',
      'SecretDelete',
      'SecretPurge',
    ])
  }
})

test('once in any quarter somebody takes a whole vault along, on a working day, from home', () => {
  const plan = createEstatePlan({ seed: 'kempt', vaults: 60, mean: 50 })
  const { vaults } = organization.estateAt(now)
  const days = new Map<number, Access[]>()
  for (let day = 0; day < 900; day++) {
    const dayAt = now.getTime() - day * dayMs
    for (const slot of plan.slots) {
      const vault = vaults.find(({ name }) => name === plan.nameOf(slot.blueprint))
      if (!vault) continue
      const rows: Access[] = []
      writeCarryOut({ vault, dayAt, seed: seedOf(day), rows }, plan, slot, organization.objectsAt(vault.name, now))
      if (rows.length > 0) days.set(day, [...(days.get(day) ?? []), ...rows])
    }
  }
  const found = [...days.keys()]
  expect(found.length).toBeGreaterThan(11)
  expect(found.length).toBeLessThan(20)
  for (const [place, day] of found.entries()) expect(day - (found[place - 1] ?? 0), `${day} days ago`).toBeLessThan(85)
  for (const rows of days.values()) {
    expect(rows.length).toBeGreaterThan(2)
    expect(new Set(rows.map(({ vault }) => vault.name)).size).toBe(1)
    expect(rows.every(({ caller, address }) => caller?.kind === 'user' && address !== officeAddress)).toBe(true)
    expect((rows[0]?.at.getUTCDay() ?? 0) % 6).not.toBe(0)
  }
})

test('settings change in the log when they change in the estate, on whole hours, for whoever asked Resource Manager', () => {
  const changes = [...of('VaultPut'), ...of('VaultPatch')]
  expect(of('VaultPut').length).toBeGreaterThan(0)
  expect(of('VaultPatch').length).toBeGreaterThan(0)
  expect(kindsOf(of('VaultPut'))).toEqual(['application'])
  expect(kindsOf(of('VaultPatch'))).toEqual(['user'])
  const settings = (name: string, at: number) =>
    JSON.stringify(organization.estateAt(new Date(at)).vaults.find((vault) => vault.name === name)?.properties)
  for (const { at, vault, object, clientInfo } of changes) {
    expect([at.getTime() % 3_600_000, object, clientInfo]).toEqual([0, null, 'azure-resource-manager/2.0'])
    expect(settings(vault.name, at.getTime())).not.toBe(settings(vault.name, at.getTime() - 1))
  }
})

test('a vault that is replaced is deleted by the pipeline that made it', () => {
  expect(of('VaultDelete').length).toBeGreaterThan(0)
  expect(kindsOf(of('VaultDelete'))).toEqual(['application'])
  for (const { vault, at } of of('VaultDelete')) {
    const { deletedVaults = [] } = organization.estateAt(new Date(at.getTime() + 1200))
    expect(deletedVaults.map(({ name }) => name)).toContain(vault.name)
  }
})
