// What a call takes of Key Vault's limits: one of 4,000 in ten seconds for each vault, and of five times as many for the vaults
// of a subscription. Calls about a key have a budget of their own and weigh by the kind of key, an RSA key of 4,096 bits in
// hardware as much as sixteen others. https://learn.microsoft.com/azure/key-vault/general/service-limits
import type { Vault, VaultObject } from '../organization/organization.ts'
import type { Operation } from './operation.ts'
import type { Claim } from './throttle.ts'

const vaultsOfASubscription = 5

type Call = { vault: Vault; operation: Operation; limit: number; objects: () => readonly VaultObject[] }

export function claimsOf({ vault, operation, limit, objects }: Call): Claim[] {
  const key = aboutKey(operation)
  const kind = key === null ? '' : ' keys'
  const weight = key === null ? 1 : weightOf(objects().find((each) => each.kind === 'key' && isNamed(each, key)))
  return [
    { budget: `vault ${vault.name}${kind}`, limit, weight },
    { budget: `subscription ${vault.subscriptionId}${kind}`, limit: limit * vaultsOfASubscription, weight },
  ]
}

const isNamed = ({ name }: VaultObject, wanted: string) => name.toLowerCase() === wanted.toLowerCase()

function aboutKey(operation: Operation): string | null {
  if (operation.kind === 'key' || operation.kind === 'rotation-policy') return operation.name
  return operation.kind === 'versions' && operation.of === 'key' ? operation.name : null
}

function weightOf(key: VaultObject | undefined): number {
  const material = key?.material
  if (!material) return 1
  const inHardware = material.kty.endsWith('-HSM') ? 2 : 1
  const size = 'keySize' in material ? material.keySize : 0
  return inHardware * (size >= 4096 ? 8 : size >= 3072 ? 4 : 1)
}
