import { expect, test } from 'vitest'
import type { VaultObject } from '../organization/organization.ts'
import { askingOf } from './asking.ts'
import { createKeyVault } from './key-vault.ts'
import { createThrottle } from './throttle.ts'

const now = new Date('2026-11-20T03:00:00Z')
const from = new Date('2026-10-01T00:00:00Z')

test('any ten seconds count, not those since a first call; and what was refused does not', () => {
  const throttle = createThrottle({ windowMs: 10_000 })
  const admits = (atMs: number) => throttle.admits([{ budget: 'vault', limit: 2, weight: 1 }], atMs)
  expect([0, 9000, 9001, 10_000, 10_001, 18_999, 19_000].map(admits)).toEqual([
    true,
    true,
    false,
    true,
    false,
    false,
    true,
  ])
})

/** How many calls a vault of `limit` admits before it says no. */
async function admitted(limit: number, material: VaultObject['material'], path: string): Promise<number> {
  const { organization, ask } = await askingOf(
    createKeyVault({ limit, nowMs: () => 0 }),
    'https://vault.azure.net',
    now,
  )
  const key = { kind: 'key' as const, name: 'k', ...(material ? { material } : {}) }
  organization.amend({ kind: 'vault', from, vault: { name: 'kv-busy' }, objects: [key] })
  for (let calls = 0; ; calls += 1) {
    const { status } = await ask(`https://kv-busy.vault.azure.net${path}?api-version=7.5`)
    if (status === 429) return calls
    expect(status).toBe(200)
  }
}

test('what is asked about a key weighs by what kind of key it is', async () => {
  const rsa = (keySize: number, kty: 'RSA' | 'RSA-HSM' = 'RSA') => ({ kty, keySize })
  expect(await admitted(32, rsa(2048), '/keys/k/versions')).toBe(32)
  expect(await admitted(32, rsa(2048, 'RSA-HSM'), '/keys/k/versions')).toBe(16)
  expect(await admitted(32, rsa(3072), '/keys/k')).toBe(8)
  expect(await admitted(32, rsa(4096), '/keys/k')).toBe(4)
  expect(await admitted(32, rsa(4096, 'RSA-HSM'), '/keys/k/rotationpolicy')).toBe(2)
  expect(await admitted(32, { kty: 'EC-HSM', crv: 'P-256' }, '/keys/k/rotationpolicy')).toBe(16)
  expect(await admitted(32, rsa(4096, 'RSA-HSM'), '/keys')).toBe(32)
})

test('the vaults of a subscription take five times what one of them does', async () => {
  const { organization, ask } = await askingOf(
    createKeyVault({ limit: 2, nowMs: () => 0 }),
    'https://vault.azure.net',
    now,
  )
  const names = Array.from({ length: 6 }, (_, index) => `kv-busy-${index}`)
  for (const name of names) organization.amend({ kind: 'vault', from, vault: { name }, objects: [] })
  const statuses: number[] = []
  for (const name of [...names, ...names])
    statuses.push((await ask(`https://${name}.vault.azure.net/secrets?api-version=7.5`)).status)
  expect(statuses.filter((status) => status === 200)).toHaveLength(10)
  expect(statuses.slice(-2)).toEqual([429, 429])
})
