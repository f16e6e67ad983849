// What is remembered about one vault and still holds, in one round trip.
import { type Database, sql } from '#lib/db/open-database.ts'
import type { ObjectKind } from '#lib/domain/vault-object.ts'

export type RecalledObject = {
  objectId: number
  kind: ObjectKind
  name: string
  stateId: number
  hash: string
  createdAt: string
  managed: boolean | null
  recoveryLevel: string | null
  owner: string | null
}

export type RecalledVersion = {
  id: number
  objectId: number
  version: string
  enabled: boolean
  notBeforeAt: string | null
  expiresAt: string | null
  createdAt: string
  updatedAt: string
}

export type RecalledObservation = {
  id: number
  part: string
  status: 'read' | 'partly' | 'not'
  missing: string | null
  reasonCode: string | null
}

export type RecalledVerdict = {
  id: number
  ruleId: string
  objectId: number | null
  status: 'fail' | 'unknown'
  because: string
  facts: unknown
  reasonCode: string | null
  failingSince: string | null
}

export type RecalledTally = {
  id: number
  ruleId: string
  owner: string | null
  vaultOwner: string | null
  pass: number
  fail: number
  unknown: number
  notApplicable: number
}

export type Recalled = {
  state: { id: number; hash: string; owner: string | null } | null
  objects: RecalledObject[]
  versions: RecalledVersion[]
  observations: RecalledObservation[]
  verdicts: RecalledVerdict[]
  tallies: RecalledTally[]
}

/** Everything that still holds for a vault. Instants come as ISO text: they are compared, not computed with. */
export async function recallVault(db: Database, vaultId: number): Promise<Recalled> {
  const [row] = await db.$queryRaw<[{ recalled: Recalled }]>(sql`
    select json_build_object(
      'state', (
        select json_build_object('id', id, 'hash', hash, 'owner', owner)
        from vault_state where vault_id = ${vaultId} and valid_to is null),
      'objects', (
        select coalesce(json_agg(json_build_object(
          'objectId', o.id, 'kind', o.kind, 'name', o.name, 'stateId', s.id, 'hash', s.hash, 'createdAt', s.created_at,
          'managed', s.managed, 'recoveryLevel', s.recovery_level, 'owner', s.owner)), '[]')
        from object_state s join vault_object o on o.id = s.object_id
        where s.vault_id = ${vaultId} and s.valid_to is null),
      'versions', (
        select coalesce(json_agg(json_build_object(
          'id', id, 'objectId', object_id, 'version', version, 'enabled', enabled, 'notBeforeAt', not_before_at,
          'expiresAt', expires_at, 'createdAt', created_at, 'updatedAt', updated_at)), '[]')
        from object_version where vault_id = ${vaultId} and valid_to is null),
      'observations', (
        select coalesce(json_agg(json_build_object(
          'id', id, 'part', part, 'status', status, 'missing', missing, 'reasonCode', reason_code)), '[]')
        from observation where vault_id = ${vaultId} and valid_to is null),
      'verdicts', (
        select coalesce(json_agg(json_build_object(
          'id', id, 'ruleId', rule_id, 'objectId', object_id, 'status', status, 'because', because, 'facts', facts,
          'reasonCode', reason_code, 'failingSince', failing_since)), '[]')
        from verdict where vault_id = ${vaultId} and valid_to is null),
      'tallies', (
        select coalesce(json_agg(json_build_object(
          'id', id, 'ruleId', rule_id, 'owner', owner, 'vaultOwner', vault_owner, 'pass', pass, 'fail', fail,
          'unknown', unknown, 'notApplicable', not_applicable)), '[]')
        from tally where vault_id = ${vaultId} and valid_to is null)
    ) as recalled`)
  return row.recalled
}
