// When was an object last read? From the access log; what the log does not cover is not "never".
import { type Sql, sql } from '#lib/db/open-database.ts'
import { readingOperations } from '#lib/domain/reading-operations.ts'

/** Within so many days a read counts as going on. */
export const readWindowDays = 30

const dayMs = 86_400_000

/** The date (UTC) of an instant, as text that a `::date` cast takes whatever the session's time zone is. */
export const dateOf = (at: Date, daysBefore = 0) =>
  new Date(at.getTime() - daysBefore * dayMs).toISOString().slice(0, 10)

/** A certificate is used through the secret and key behind it, which carry its name. */
export const readKinds = (kind: Sql) =>
  sql`case when ${kind} = 'certificate' then array['certificate', 'secret', 'key']::object_kind[] else array[${kind}] end`

/** The condition that an object was read successfully in the window before `at`. Columns of the object come as expressions. */
export function readInWindow(at: Date, { vaultId, kind, nameKey }: { vaultId: Sql; kind: Sql; nameKey: Sql }): Sql {
  return sql`exists (
    select from access_day a
    where a.vault_id = ${vaultId} and a.kind = any(${readKinds(kind)}) and a.name_key = ${nameKey}
      and a.day >= ${dateOf(at, readWindowDays)}::date and a.day <= ${dateOf(at)}::date and a.last_at <= ${at}
      and a.outcome = 'ok' and a.operation = any(${readingOperations}))`
}

/** A scalar subquery: the latest successful read of an object up to `at`, however long ago; null when none is known. */
export function lastRead(at: Date, { vaultId, kind, nameKey }: { vaultId: Sql; kind: Sql; nameKey: Sql }): Sql {
  return sql`(
    select max(latest.last_at)
    from unnest(${readKinds(kind)}) as through(kind)
    cross join lateral (
      select a.last_at from access_day a
      where a.vault_id = ${vaultId} and a.kind = through.kind and a.name_key = ${nameKey}
        and a.day <= ${dateOf(at)}::date and a.last_at <= ${at} and a.outcome = 'ok' and a.operation = any(${readingOperations})
      order by a.day desc, a.last_at desc limit 1) latest)`
}
