// Everything remembered, as text without the ids that differ from database to database: two memories are equal when this is.
import { type Database, sql } from '#lib/db/open-database.ts'

const questions = {
  vault: sql`select name, seen_first_at, gone_at from vault`,
  vault_state: sql`select v.name, s.valid_from, s.valid_to, s.hash, s.owner, s.environment from vault_state s join vault v on v.id = s.vault_id`,
  object_state: sql`select v.name as vault, o.kind, o.name, s.valid_from, s.valid_to, s.hash, s.earliest_expires_at, o.seen_first_at,
    o.gone_at from object_state s
    join vault_object o on o.id = s.object_id join vault v on v.id = s.vault_id`,
  object_version: sql`select v.name as vault, o.kind, o.name, s.version, s.valid_from, s.valid_to, s.enabled, s.created_at from object_version s
    join vault_object o on o.id = s.object_id join vault v on v.id = s.vault_id`,
  object_detail: sql`select v.name as vault, o.kind, o.name, s.valid_from, s.valid_to, s.renews_itself, s.renewal_trigger, s.issuer,
    s.key_type, s.key_bits, s.key_curve from object_detail s
    join vault_object o on o.id = s.object_id join vault v on v.id = s.vault_id`,
  deleted_object: sql`select v.name as vault, s.kind, s.name, s.deleted_at, s.scheduled_purge_at, s.owner, s.valid_from, s.valid_to
    from deleted_object s join vault v on v.id = s.vault_id`,
  deleted_vault: sql`select resource_id, name, subscription_id, location, deleted_at, scheduled_purge_at, purge_protected, owner,
    valid_from, valid_to from deleted_vault`,
  observation: sql`select v.name as vault, s.part, s.valid_from, s.valid_to, s.status, s.reason_code from observation s join vault v on v.id = s.vault_id`,
  verdict: sql`select v.name as vault, o.kind, o.name, s.rule_id, s.status, s.valid_from, s.valid_to, s.failing_since, s.because, s.facts, s.reason_code,
    s.owner, s.vault_owner
    from verdict s join vault v on v.id = s.vault_id left join vault_object o on o.id = s.object_id`,
  tally: sql`select v.name as vault, s.rule_id, s.owner, s.vault_owner, s.valid_from, s.valid_to, s.pass, s.fail, s.unknown, s.not_applicable
    from tally s join vault v on v.id = s.vault_id`,
  access_day: sql`select v.name as vault, s.kind, s.name_key, s.day, s.version, c.identity, s.operation, s.outcome, s.address, s.calls,
    s.hours, s.first_at, s.last_at from access_day s join vault v on v.id = s.vault_id join caller c on c.id = s.caller_id`,
  vault_access_day: sql`select v.name as vault, s.day, c.identity, s.operation, s.outcome, s.address, s.calls, s.first_at, s.last_at
    from vault_access_day s join vault v on v.id = s.vault_id join caller c on c.id = s.caller_id`,
  log_day: sql`select v.name as vault, w.name, s.day, s.calls, s.first_at, s.last_at, s.own_last_at
    from log_day s join vault v on v.id = s.vault_id join log_workspace w on w.id = s.workspace_id`,
  caller: sql`select identity, kind, name, application_id, resource_id, host_id, seen_first_at, seen_last_at from caller`,
}

/** Sorted lines of every table, by table. */
export async function describeMemory(db: Database): Promise<Record<string, string[]>> {
  const described: Record<string, string[]> = {}
  for (const [table, question] of Object.entries(questions)) {
    const rows = await db.$queryRaw<{ line: string }[]>(sql`select row_to_json(q)::text as line from (${question}) q`)
    described[table] = rows.map(({ line }) => line).sort()
  }
  return described
}
