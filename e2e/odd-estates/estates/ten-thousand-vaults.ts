// Ten thousand vaults. The job reads twenty of them from the stand-in; the database then tells each of them five hundred times,
// under other names, because reading all would take minutes in which nothing new is learnt.
import type { Arrangement } from '../arranging/stories-in.ts'

/** Of what the stand-in holds. */
export const size = { seed: '7', vaults: 20, objectsPerVault: 5 }
/** How often each vault is told. */
export const told = 500

export const tenThousandVaults: Arrangement = {
  ...size,
  async arrange({ database, takeSnapshot }) {
    await takeSnapshot()
    await database.query(tellAgain)
  },
}

// Ids of the nth telling stand n strides after the first one's, in every table alike.
const stride = 1_000_000
const tellings = `generate_series(1, ${told - 1}) as n`
const name = `left(vault.name, 16) || '-' || vault.id || '-' || n`
const again = (table: string, columns: string, values: string) =>
  `insert into ${table} (${columns}) select ${values} from ${table}, ${tellings} where ${table}.id < ${stride};`

/** Rows that hang on a vault, and on an object, with all they say besides. */
const rowsOf: Record<string, { ids: string[]; rest: string[] }> = {
  observation: {
    ids: ['id', 'vault_id'],
    rest: ['part', 'valid_from', 'valid_to', 'status', 'missing', 'reason_code', 'detail'],
  },
  vault_object: { ids: ['id', 'vault_id'], rest: ['kind', 'name', 'name_key', 'seen_first_at', 'gone_at'] },
  object_state: {
    ids: ['id', 'object_id', 'vault_id'],
    rest: 'valid_from valid_to hash enabled not_before_at expires_at created_at updated_at content_type managed recovery_level earliest_expires_at owner tags'.split(
      ' ',
    ),
  },
  verdict: {
    ids: ['id', 'vault_id', 'object_id'],
    rest: 'rule_id status valid_from valid_to failing_since because facts reason_code owner vault_owner'.split(' '),
  },
  tally: {
    ids: ['id', 'vault_id'],
    rest: 'rule_id owner vault_owner valid_from valid_to pass fail unknown not_applicable'.split(' '),
  },
}

const shifted = (column: string) => `${column} + n * ${stride}`

const tellAgain = [
  again(
    'vault',
    'id, resource_id, name, seen_first_at, gone_at, observed_in',
    `${shifted('vault.id')}, regexp_replace(resource_id, '[^/]+$', ${name}), ${name}, seen_first_at, gone_at, observed_in`,
  ),
  again(
    'vault_state',
    'id, vault_id, valid_from, valid_to, hash, uri, tenant_id, subscription_id, subscription_name, resource_group, location, management_groups, environment, application, owner, owner_source, tags, settings',
    `${shifted('id')}, ${shifted('vault_id')}, valid_from, valid_to, hash, uri, tenant_id, subscription_id, subscription_name, resource_group, location, management_groups, environment, application, owner, owner_source, tags, settings`,
  ),
  ...Object.entries(rowsOf).map(([table, { ids, rest }]) =>
    again(table, [...ids, ...rest].join(', '), [...ids.map(shifted), ...rest].join(', ')),
  ),
  `update snapshot set vaults_total = vaults_total * ${told}, vaults_done = vaults_done * ${told}, vaults_read = vaults_read * ${told}, vaults_partly = vaults_partly * ${told}, vaults_unread = vaults_unread * ${told}, objects = objects * ${told};`,
  // As the database would do by itself, a minute later.
  'analyze;',
].join('\n')
