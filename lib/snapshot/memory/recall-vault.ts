// What is remembered about one vault and still holds, in one round trip.
import { type Database, sql, type Transaction } from '#lib/db/open-database.ts'
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
  seenFirstAt: string
  earliestExpiresAt: string | null
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

export type RecalledDetail = {
  id: number
  objectId: number
  renewsItself: boolean | null
  renewalTrigger: string | null
  issuer: string | null
  keyType: string | null
  keyBits: number | null
  keyCurve: string | null
}

export type RecalledDeleted = {
  id: number
  kind: ObjectKind
  name: string
  deletedAt: string
  scheduledPurgeAt: string | null
  owner: string | null
}

/** An object that is not there, and may come back with the history it had. */
export type RecalledLeft = {
  kind: ObjectKind
  name: string
  seenFirstAt: string
  createdAt: string
  earliestExpiresAt: string | null
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
  owner: string | null
  vaultOwner: string | null
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
  details: RecalledDetail[]
  deleted: RecalledDeleted[]
  /** Of objects that are listed as deleted; of all that ever were there, when it is the vault that comes back. */
  left: RecalledLeft[]
  observations: RecalledObservation[]
  verdicts: RecalledVerdict[]
  tallies: RecalledTally[]
}

/** Everything that still holds for a vault. Instants come as ISO text: they are compared, not computed with. */
export async function recallVault(db: Database | Transaction, vaultId: number): Promise<Recalled> {
  const [row] = await db.$queryRaw<[{ recalled: Recalled }]>(sql`
    select json_build_object(
      'state', (
        select json_build_object('id', id, 'hash', hash, 'owner', owner)
        from vault_state where vault_id = ${vaultId} and valid_to is null),
      'objects', (
        select coalesce(json_agg(found), '[]') from (
          select o.id as "objectId", o.kind, o.name, s.id as "stateId", s.hash, s.created_at as "createdAt", s.managed,
            s.recovery_level as "recoveryLevel", s.owner, o.seen_first_at as "seenFirstAt",
            s.earliest_expires_at as "earliestExpiresAt"
          from object_state s join vault_object o on o.id = s.object_id and o.vault_id = s.vault_id
          where s.vault_id = ${vaultId} and s.valid_to is null) found),
      'versions', (
        select coalesce(json_agg(found), '[]') from (
          select id, object_id as "objectId", version, enabled, not_before_at as "notBeforeAt", expires_at as "expiresAt",
            created_at as "createdAt", updated_at as "updatedAt"
          from object_version where vault_id = ${vaultId} and valid_to is null) found),
      'details', (
        select coalesce(json_agg(found), '[]') from (
          select id, object_id as "objectId", renews_itself as "renewsItself", renewal_trigger as "renewalTrigger", issuer,
            key_type as "keyType", key_bits as "keyBits", key_curve as "keyCurve"
          from object_detail where vault_id = ${vaultId} and valid_to is null) found),
      'deleted', (
        select coalesce(json_agg(found), '[]') from (
          select id, kind, name, deleted_at as "deletedAt", scheduled_purge_at as "scheduledPurgeAt", owner
          from deleted_object where vault_id = ${vaultId} and valid_to is null) found),
      'left', (
        select coalesce(json_agg(found), '[]') from (
          select o.kind, o.name, o.seen_first_at as "seenFirstAt", last.created_at as "createdAt",
            last.earliest_expires_at as "earliestExpiresAt"
          from vault_object o
          cross join lateral (
            select created_at, earliest_expires_at from object_state
            where object_id = o.id order by valid_from desc limit 1) last
          where o.vault_id = ${vaultId} and o.gone_at is not null and (
            not exists (select from vault_state where vault_id = ${vaultId} and valid_to is null)
            or exists (
              select from deleted_object d
              where d.vault_id = o.vault_id and d.kind = o.kind and d.name_key = o.name_key and d.valid_to is null))) found),
      'observations', (
        select coalesce(json_agg(found), '[]') from (
          select id, part, status, missing, reason_code as "reasonCode"
          from observation where vault_id = ${vaultId} and valid_to is null) found),
      'verdicts', (
        select coalesce(json_agg(found), '[]') from (
          select id, rule_id as "ruleId", object_id as "objectId", status, because, facts, reason_code as "reasonCode",
            owner, vault_owner as "vaultOwner", failing_since as "failingSince"
          from verdict where vault_id = ${vaultId} and valid_to is null) found),
      'tallies', (
        select coalesce(json_agg(found), '[]') from (
          select id, rule_id as "ruleId", owner, vault_owner as "vaultOwner", pass, fail, unknown,
            not_applicable as "notApplicable"
          from tally where vault_id = ${vaultId} and valid_to is null) found)
    ) as recalled`)
  return row.recalled
}
