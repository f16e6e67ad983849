import { type Database, sql } from '#lib/db/open-database.ts'
import type { Scope } from '#lib/domain/scope.ts'
import { callsWithinScope } from './calls-within-scope.ts'
import type { CallerRow } from './caller-rows.ts'
import { type NamedCaller, namedCaller } from './named-caller.ts'

export type CallerDetail = NamedCaller &
  Pick<CallerRow, 'callerId' | 'applicationId'> & {
    /** The first and the last call that the scope may see, as far as the log was ever read. */
    firstAt: Date
    lastAt: Date
  }

/** Who is this identity? Null when no call of it to anything within the scope is known by that instant. */
export async function getCaller(
  db: Database,
  scope: Scope,
  { at, identity }: { at: Date; identity: string },
): Promise<CallerDetail | null> {
  const [row] = await db.$queryRaw<CallerDetail[]>(sql`
    select c.id as "callerId", ${namedCaller}, c.application_id as "applicationId", seen.first_at as "firstAt", seen.last_at as "lastAt"
    from caller c
    cross join lateral (
      select min(a.first_at) as first_at, max(a.last_at) as last_at from every_access_day a
      where a.caller_id = c.id and ${callsWithinScope(scope, { at })}) seen
    where c.identity = ${identity} and seen.last_at is not null`)
  return row ?? null
}
