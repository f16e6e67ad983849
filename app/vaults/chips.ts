// The filters of Vaults in force, as words, each with the address of the same view without it.
import { either, placeChips } from '#app/_search/place-chips.ts'
import type { VaultFilter } from '#lib/queries/vaults/vault-filter.ts'
import { type VaultsSearch, vaultsHref, withVaultFilter } from './search.ts'
import { coverageWords, loggingWords, networkWords } from './words.ts'

const lower = (text: string) => text.toLowerCase()

export function vaultChips(
  search: VaultsSearch,
  { asOf, subscriptionName }: { asOf: string | null; subscriptionName: (idOrName: string) => string },
): { label: string; clearHref: string }[] {
  const { filter } = search
  const without = (cleared: Partial<VaultFilter>) => vaultsHref(withVaultFilter(search, cleared), asOf)
  const chip = (label: string, cleared: Partial<VaultFilter>) => ({ label, clearHref: without(cleared) })
  return [
    filter.text !== null && chip(`Name holds “${filter.text}”`, { text: null }),
    ...placeChips(filter, without, subscriptionName),
    filter.coverage.length > 0 &&
      chip(`Coverage: ${either(filter.coverage.map((one) => lower(coverageWords[one])))}`, { coverage: [] }),
    filter.accessModel !== null &&
      chip(`Access: ${filter.accessModel === 'rbac' ? 'RBAC' : 'access policies'}`, {
        accessModel: null,
      }),
    filter.networks.length > 0 &&
      chip(`Network: ${either(filter.networks.map((one) => lower(networkWords[one])))}`, { networks: [] }),
    filter.purgeProtection !== null &&
      chip(`Purge protection ${filter.purgeProtection ? 'on' : 'off'}`, { purgeProtection: null }),
    filter.logging !== null && chip(`Audit log ${lower(loggingWords[filter.logging])}`, { logging: null }),
  ].filter((one) => one !== false)
}
