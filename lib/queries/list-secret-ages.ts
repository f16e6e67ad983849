import { type Database, sql } from '#lib/db/open-database.ts'
import type { Scope } from '#lib/domain/scope.ts'
import { heldAt } from './held-at.ts'
import { standingObjects } from './standing-objects.ts'

/** Secrets whose current version is `[fromDays, toDays)` old; the last class has no end. */
export type SecretAge = { fromDays: number; toDays: number | null; secrets: number }

/**
 * How old were the current versions of enabled secrets when they were read (`readAt`)? `boundsDays` divides the classes,
 * ascending. `undecided` counts the secrets that the rotation rule leaves open, because they were not seen well enough.
 */
export async function listSecretAges(
  db: Database,
  { scope, at, readAt, boundsDays }: { scope: Scope; at: Date; readAt: Date; boundsDays: readonly number[] },
): Promise<{ ages: SecretAge[]; undecided: number }> {
  const rows = await db.$queryRaw<{ bin: number; undecided: boolean; secrets: number }[]>(sql`
    select
      width_bucket(date_part('epoch', ${readAt}::timestamptz - o.created_at) / 86400, ${[...boundsDays]}::float8[]) as bin,
      v.id is not null as undecided,
      count(*)::int as secrets
    from (${standingObjects(scope, at)}) o
    left join verdict v on v.object_id = o.object_id and v.rule_id = 'secret-overdue-for-rotation' and v.status = 'unknown'
      and ${heldAt(at, sql`v.valid_from`, sql`v.valid_to`)}
    where o.kind = 'secret' and o.enabled
    group by 1, 2`)
  const countIn = (bin: number) => rows.find((row) => row.bin === bin && !row.undecided)?.secrets ?? 0
  return {
    ages: [0, ...boundsDays].map((fromDays, bin) => ({
      fromDays,
      toDays: boundsDays[bin] ?? null,
      secrets: countIn(bin),
    })),
    undecided: rows.filter((row) => row.undecided).reduce((total, row) => total + row.secrets, 0),
  }
}
