import { expect, test } from 'vitest'
import { createOrganization } from './create-organization.ts'
import { dayMs, hourMs } from './rhythm.ts'

const now = new Date('2026-11-20T03:00:00Z')
const daysAgo = (days: number) => new Date(now.getTime() - days * dayMs)
const organization = createOrganization({ seed: 'kempt', vaults: 60 })
const everything = (of = organization, at = now) =>
  of.estateAt(at).vaults.flatMap((vault) => of.objectsAt(vault.name, at))

test('gets the same answer from another organization of the same seed', () => {
  const twin = createOrganization({ seed: 'kempt', vaults: 60 })
  // Asked in another order, so that nothing can hang on what was asked before.
  everything(twin, daysAgo(40))
  expect(everything(twin)).toEqual(everything())
  expect(twin.estateAt(now)).toEqual(organization.estateAt(now))
  expect(twin.people).toEqual(organization.people)
})

test('gets another answer from another seed', () => {
  const other = createOrganization({ seed: 'other', vaults: 60 })
  expect(other.tenantId).not.toBe(organization.tenantId)
  expect(other.estateAt(now).vaults.map(({ properties }) => properties)).not.toEqual(
    organization.estateAt(now).vaults.map(({ properties }) => properties),
  )
})

test('an hour counts as one instant for settings, so that a running clock costs nothing', () => {
  const later = new Date(now.getTime() + hourMs - 1)
  expect(organization.estateAt(later)).toBe(organization.estateAt(now))
})
