import { type Database, sql } from '#lib/db/open-database.ts'
import type { Scope } from '#lib/domain/scope.ts'
import { heldAt } from './held-at.ts'
import { standingObjects } from './standing-objects.ts'
import { waivedAt } from './waived-at.ts'

/** Secrets whose current version is `[fromDays, toDays)` old; the last class has no end. */
export type SecretAge = {
  fromDays: number
  toDays: number | null
  secrets: number
  /** Of that age as far as is known, and left open by the rotation rule; not among `secrets`. */
  undecided: number
}

export type SecretAges = {
  ages: SecretAge[]
  /** Found to be overdue, by whichever threshold holds for each: this is what the list of findings shows. */
  overdue: number
  /** The same, accepted until a date. */
  waived: number
  /** Left open by the rotation rule, because they were not seen well enough. */
  undecided: number
}

/**
 * How old were the current versions of enabled secrets when they were read (`readAt`), and what did the rotation rule find?
 * `boundsDays` divides the classes, ascending.
 */
export async function listSecretAges(
  db: Database,
  { scope, at, readAt, boundsDays }: { scope: Scope; at: Date; readAt: Date; boundsDays: readonly number[] },
): Promise<SecretAges> {
  const waived = waivedAt(at, { ruleId: sql`v.rule_id`, vaultId: sql`v.vault_id`, objectId: sql`v.object_id` })
  const rows = await db.$queryRaw<
    { bin: number; found: 'overdue' | 'waived' | 'undecided' | null; secrets: number }[]
  >(sql`
    select
      width_bucket(date_part('epoch', ${readAt}::timestamptz - o.created_at) / 86400, ${[...boundsDays]}::float8[]) as bin,
      case when v.status = 'unknown' then 'undecided' when v.status = 'fail' and ${waived} then 'waived'
        when v.status = 'fail' then 'overdue' end as found,
      count(*)::int as secrets
    from (${standingObjects(scope, at)}) o
    left join verdict v on v.object_id = o.object_id and v.rule_id = 'secret-overdue-for-rotation'
      and ${heldAt(at, sql`v.valid_from`, sql`v.valid_to`)}
    where o.kind = 'secret' and o.enabled
    group by 1, 2`)
  const sum = (counted: (row: (typeof rows)[number]) => boolean) =>
    rows.filter(counted).reduce((total, row) => total + row.secrets, 0)
  return {
    ages: [0, ...boundsDays].map((fromDays, bin) => ({
      fromDays,
      toDays: boundsDays[bin] ?? null,
      secrets: sum((row) => row.bin === bin && row.found !== 'undecided'),
      undecided: sum((row) => row.bin === bin && row.found === 'undecided'),
    })),
    overdue: sum(({ found }) => found === 'overdue'),
    waived: sum(({ found }) => found === 'waived'),
    undecided: sum(({ found }) => found === 'undecided'),
  }
}
