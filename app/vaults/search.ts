// The URL of Vaults and back; nonsense means the default view.
import { addressOf, repeated } from '#app/_search/address.ts'
import { columnEntries, columnsIn } from '#app/_search/columns.ts'
import { oneOf, pageIn, type SearchParams, someOf, textIn, textsIn } from '#app/_search/params.ts'
import type { ObjectKind } from '#lib/domain/vault-object.ts'
import {
  everyVault,
  loggings,
  networks,
  type VaultFilter,
  type VaultOrder,
  vaultSorts,
} from '#lib/queries/vaults/vault-filter.ts'
import { type TableColumn, tableColumnKeys } from './table-columns.ts'

/** Vaults that stand, or deleted ones that can still be recovered; of those only `text` is asked. */
export const vaultStates = ['standing', 'deleted'] as const

export type VaultState = (typeof vaultStates)[number]

export type VaultsSearch = {
  show: VaultState
  filter: VaultFilter
  order: VaultOrder
  /** Those that are shown of the table of standing vaults. */
  columns: readonly TableColumn[]
  page: number
}

export const vaultPageSize = 50

const coverages = ['not', 'partly', 'log', 'read'] as const

const usual = (sort: VaultOrder['sort']) => (sort === 'findings' || sort === 'objects' ? 'desc' : 'asc')

export function readVaultsSearch(params: SearchParams): VaultsSearch {
  const sort = oneOf(params.sort, vaultSorts) ?? 'findings'
  const purge = oneOf(params.purge, ['on', 'off'] as const)
  return {
    show: oneOf(params.show, vaultStates) ?? 'standing',
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
    columns: columnsIn(params.columns, tableColumnKeys),
    page: pageIn(params.page),
  }
}

/** The address of a view; what is default stays out of it. `path` may be that of an export. */
export function vaultsHref(search: VaultsSearch, asOf: string | null, path = '/vaults'): string {
  const { show, filter, order, columns, page } = search
  const { purgeProtection } = filter
  return addressOf(path, [
    ['asOf', asOf],
    ['show', show === 'standing' ? null : show],
    ['q', filter.text],
    ...repeated('subscription', filter.subscriptions),
    ...repeated('environment', filter.environments),
    ['owner', filter.owner],
    ...repeated('coverage', filter.coverage),
    ['access', filter.accessModel],
    ...repeated('network', filter.networks),
    ['purge', purgeProtection === null ? null : purgeProtection ? 'on' : 'off'],
    ['logging', filter.logging],
    ...columnEntries(columns, tableColumnKeys),
    ['sort', order.sort === 'findings' ? null : order.sort],
    ['dir', order.direction === usual(order.sort) ? null : order.direction],
    ['page', page > 1 ? String(page) : null],
  ])
}

/** The deleted vaults, all of them. */
export const deletedVaults: VaultsSearch = { ...readVaultsSearch({}), show: 'deleted' }

export const withVaultFilter = (search: VaultsSearch, changed: Partial<VaultFilter>): VaultsSearch => ({
  ...search,
  filter: { ...search.filter, ...changed },
  page: 1,
})

export const withoutVaultFilters = (search: VaultsSearch): VaultsSearch => withVaultFilter(search, everyVault)

/** Vaults of which every essential part was read; what has a line of its own in the ledger may be missing. */
export const readVaults: VaultsSearch = withVaultFilter(readVaultsSearch({}), { coverage: ['log', 'read'] })

/** Vaults whose coverage counts for whoever looks: of an owner those that are theirs, without those that only hold something of theirs. */
export const countedVaults: VaultsSearch = withVaultFilter(readVaultsSearch({}), { coverage: [...coverages] })

/** The page of a vault. */
export const vaultHref = (name: string, asOf: string | null) =>
  `/vaults/${encodeURIComponent(name)}${asOf ? `?asOf=${asOf}` : ''}`

/** The page of an object. Names in Azure are letters, digits and dashes, but a log may write anything. */
export const objectHref = (
  { vaultName, kind, name }: { vaultName: string; kind: ObjectKind; name: string },
  asOf: string | null,
) => `${vaultHref(vaultName, null)}/${kind}/${encodeURIComponent(name)}${asOf ? `?asOf=${asOf}` : ''}`

/** The address of a part of an object's page: `readers/export.csv`. */
export const objectPartHref = (
  object: { vaultName: string; kind: ObjectKind; name: string },
  part: string,
  asOf: string | null,
) => `${objectHref(object, null)}/${part}${asOf ? `?asOf=${asOf}` : ''}`
