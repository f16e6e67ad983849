import { type Sql, sql } from '#lib/db/open-database.ts'
import type { FindingQuestion } from './finding-subjects.ts'

/** A subquery: until which day (`until`, the last one in force) a verdict `d` was waived then; no row when it was not. */
export function waivedUntil({ at, filter: { status } }: FindingQuestion): Sql {
  // Of these two nothing is waived, by what they ask for.
  if (status === 'fail' || status === 'unknown') return sql`select null::date as until where false`
  return sql`
    select max(w.ends_on) as until from waiver w
    where d.status = 'fail' and w.vault_id = d.vault_id and w.rule_id = d.rule_id
      and w.object_id is not distinct from d.object_id and w.valid_from <= ${at} and w.valid_to > ${at}`
}
