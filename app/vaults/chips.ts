// The filters of Vaults in force, as words, each with the address of the same view without it.
import { none } from '#lib/queries/findings/finding-filter.ts'
import type { VaultFilter } from '#lib/queries/vaults/vault-filter.ts'
import { type VaultsSearch, vaultsHref, withVaultFilter } from './search.ts'
import { coverageWords, loggingWords, networkWords } from './words.ts'

const either = new Intl.ListFormat('en-GB', { type: 'disjunction' })
const lower = (text: string) => text.toLowerCase()

export function vaultChips(
  search: VaultsSearch,
  { asOf, subscriptionName }: { asOf: string | null; subscriptionName: (idOrName: string) => string },
): { label: string; clearHref: string }[] {
  const { filter } = search
  const chip = (label: string, cleared: Partial<VaultFilter>) => ({
    label,
    clearHref: vaultsHref(withVaultFilter(search, cleared), asOf),
  })
  return [
    filter.text !== null && chip(`Name holds “${filter.text}”`, { text: null }),
    filter.owner !== null && chip(filter.owner === none ? 'No owner' : `Owner: ${filter.owner}`, { owner: null }),
    filter.environments.length > 0 &&
      chip(`Environment: ${either.format(filter.environments.map((one) => (one === none ? 'none named' : one)))}`, {
        environments: [],
      }),
    filter.subscriptions.length > 0 &&
      chip(`Subscription: ${either.format(filter.subscriptions.map(subscriptionName))}`, { subscriptions: [] }),
    filter.coverage.length > 0 &&
      chip(`Coverage: ${either.format(filter.coverage.map((one) => lower(coverageWords[one])))}`, { coverage: [] }),
    filter.accessModel !== null &&
      chip(`Access: ${filter.accessModel === 'rbac' ? 'RBAC' : 'access policies'}`, {
        accessModel: null,
      }),
    filter.networks.length > 0 &&
      chip(`Network: ${either.format(filter.networks.map((one) => lower(networkWords[one])))}`, { networks: [] }),
    filter.purgeProtection !== null &&
      chip(`Purge protection ${filter.purgeProtection ? 'on' : 'off'}`, { purgeProtection: null }),
    filter.logging !== null && chip(`Audit log ${lower(loggingWords[filter.logging])}`, { logging: null }),
  ].filter((one) => one !== false)
}
