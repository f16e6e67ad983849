// What can be asked of the list of vaults, in what order, and how its settings are put into one word.
import { joinSql, type Sql, sql } from '#lib/db/open-database.ts'
import type { VaultCoverage } from '../vault-coverage.ts'

export const networks = ['open', 'firewall', 'perimeter', 'private'] as const

/** `open`: any address; `firewall`: what a rule allows; `perimeter`: what the perimeter allows; `private`: no public access. */
export type Network = (typeof networks)[number]

export const loggings = ['on', 'off', 'unknown'] as const

export type Logging = (typeof loggings)[number]

export type VaultFilter = {
  text: string | null
  subscriptions: readonly string[]
  environments: readonly string[]
  /** A name, or `none`. */
  owner: string | null
  coverage: readonly VaultCoverage[]
  accessModel: 'rbac' | 'access-policy' | null
  networks: readonly Network[]
  purgeProtection: boolean | null
  logging: Logging | null
}

export const everyVault: VaultFilter = {
  text: null,
  subscriptions: [],
  environments: [],
  owner: null,
  coverage: [],
  accessModel: null,
  networks: [],
  purgeProtection: null,
  logging: null,
}

export const vaultSorts = ['findings', 'name', 'posture', 'objects', 'owner', 'environment', 'subscription'] as const

export type VaultSort = (typeof vaultSorts)[number]

export type VaultOrder = { sort: VaultSort; direction: 'asc' | 'desc' }

export const networkOf = (settings: Sql) => sql`
  case
    when ${settings} ->> 'publicNetworkAccess' = 'disabled' then 'private'
    when ${settings} ->> 'publicNetworkAccess' = 'secured-by-perimeter' then 'perimeter'
    when ${settings} ->> 'firewallDefaultAction' = 'deny' then 'firewall'
    when ${settings} ->> 'firewallDefaultAction' = 'allow' then 'open'
  end`

const none = 'none'
const lower = (text: string) => text.toLowerCase()

/** The condition over the columns that `listVaults` gathers. */
export function wantedVaults(filter: VaultFilter): Sql {
  const { text, subscriptions, environments, owner, coverage, accessModel, purgeProtection, logging } = filter
  const conditions = [
    text !== null && sql`position(${lower(text)} in lower(name)) > 0`,
    subscriptions.length > 0 &&
      sql`("subscriptionId" = any(${[...subscriptions]}) or lower("subscriptionName") = any(${subscriptions.map(lower)}))`,
    environments.length > 0 &&
      sql`(environment = any(${environments.map(lower)}) or (${environments.includes(none)} and environment is null))`,
    owner !== null && (owner === none ? sql`owner is null` : sql`owner = ${lower(owner)}`),
    coverage.length > 0 && sql`coverage = any(${[...coverage]})`,
    accessModel !== null && sql`"accessModel" = ${accessModel}`,
    filter.networks.length > 0 && sql`network = any(${[...filter.networks]})`,
    purgeProtection !== null && sql`"purgeProtection" = ${purgeProtection}`,
    logging !== null && sql`logging = ${logging}`,
  ]
  return joinSql([sql`true`, ...conditions.filter((wanted) => wanted !== false)], ' and ')
}

const columns: Record<Exclude<VaultSort, 'findings'>, Sql> = {
  name: sql`lower(name)`,
  posture: sql`posture`,
  objects: sql`objects`,
  owner: sql`owner`,
  environment: sql`environment`,
  subscription: sql`lower("subscriptionName")`,
}

/** Findings: the vault with the worst ones first, counted severity by severity. What has no value comes last. */
export function vaultOrder({ sort, direction }: VaultOrder): Sql {
  const way = direction === 'asc' ? sql`asc nulls last` : sql`desc nulls last`
  const terms =
    sort === 'findings'
      ? [sql`critical ${way}`, sql`high ${way}`, sql`medium ${way}`, sql`low ${way}`]
      : [sql`${columns[sort]} ${way}`]
  return joinSql([...terms, sql`lower(name)`, sql`"vaultId"`], ', ')
}
