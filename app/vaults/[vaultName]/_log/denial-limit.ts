import { type Policy, thresholdsFor } from '#lib/domain/policy.ts'
import type { VaultDetail } from '#lib/queries/vaults/get-vault.ts'

/** From how many refused calls of one caller on one day on the policy counts them as a problem of this vault. */
export function denialLimit(policy: Policy, { name, place, tags }: VaultDetail): number {
  // Of a vault whose own row was never read nothing is known that an override could ask for, save its name.
  const { subscriptionId = '', subscriptionName = '', environment = null, owner = null } = place ?? {}
  const subject = { vaultName: name, subscriptionId, subscriptionName, environment, owner }
  return thresholdsFor(policy, { ...subject, vaultTags: tags ?? {}, objectTags: null }).deniedCallsPerDay
}
