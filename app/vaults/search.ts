// The URL of Vaults and back; nonsense means the default view.
import { oneOf, pageIn, type SearchParams, someOf, textIn, textsIn } from '#app/_search/params.ts'
import {
  everyVault,
  loggings,
  networks,
  type VaultFilter,
  type VaultOrder,
  vaultSorts,
} from '#lib/queries/vaults/vault-filter.ts'

export type VaultsSearch = { filter: VaultFilter; order: VaultOrder; page: number }

export const vaultPageSize = 50

const coverages = ['not', 'partly', 'log', 'read'] as const

const usual = (sort: VaultOrder['sort']) => (sort === 'findings' || sort === 'objects' ? 'desc' : 'asc')

export function readVaultsSearch(params: SearchParams): VaultsSearch {
  const sort = oneOf(params.sort, vaultSorts) ?? 'findings'
  const purge = oneOf(params.purge, ['on', 'off'] as const)
  return {
    filter: {
      text: textIn(params.q),
      subscriptions: textsIn(params.subscription),
      environments: textsIn(params.environment),
      owner: textIn(params.owner),
      coverage: someOf(params.coverage, coverages),
      accessModel: oneOf(params.access, ['rbac', 'access-policy'] as const),
      networks: someOf(params.network, networks),
      purgeProtection: purge === null ? null : purge === 'on',
      logging: oneOf(params.logging, loggings),
    },
    order: { sort, direction: oneOf(params.dir, ['asc', 'desc'] as const) ?? usual(sort) },
    page: pageIn(params.page),
  }
}

/** The address of a view; what is default stays out of it. `path` may be that of an export. */
export function vaultsHref({ filter, order, page }: VaultsSearch, asOf: string | null, path = '/vaults'): string {
  const { purgeProtection } = filter
  const entries: [name: string, value: string | null][] = [
    ['asOf', asOf],
    ['q', filter.text],
    ...filter.subscriptions.map((subscription): [string, string] => ['subscription', subscription]),
    ...filter.environments.map((environment): [string, string] => ['environment', environment]),
    ['owner', filter.owner],
    ...filter.coverage.map((coverage): [string, string] => ['coverage', coverage]),
    ['access', filter.accessModel],
    ...filter.networks.map((network): [string, string] => ['network', network]),
    ['purge', purgeProtection === null ? null : purgeProtection ? 'on' : 'off'],
    ['logging', filter.logging],
    ['sort', order.sort === 'findings' ? null : order.sort],
    ['dir', order.direction === usual(order.sort) ? null : order.direction],
    ['page', page > 1 ? String(page) : null],
  ]
  const query = new URLSearchParams(entries.flatMap(([name, value]) => (value === null ? [] : [[name, value]])))
  return query.size > 0 ? `${path}?${query}` : path
}

export const withVaultFilter = (search: VaultsSearch, changed: Partial<VaultFilter>): VaultsSearch => ({
  ...search,
  filter: { ...search.filter, ...changed },
  page: 1,
})

export const withoutVaultFilters = (search: VaultsSearch): VaultsSearch => withVaultFilter(search, everyVault)

/** The page of a vault. */
export const vaultHref = (name: string, asOf: string | null) =>
  `/vaults/${encodeURIComponent(name)}${asOf ? `?asOf=${asOf}` : ''}`
