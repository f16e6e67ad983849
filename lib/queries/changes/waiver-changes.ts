// Which findings are waived that were not, and which no longer are? Subqueries with the columns of a change.
import { type Sql, sql } from '#lib/db/open-database.ts'
import type { Between } from './held-between.ts'

const inForce = (at: Date, waiver: Sql) => sql`(${waiver}.valid_from <= ${at} and ${waiver}.valid_to > ${at})`

const change = (
  kind: string,
  { here, there, changedAt, by }: { here: Date; there: Date; changedAt: Sql; by: Sql },
) => sql`
  select ${kind} as change, w.vault_id, w.object_id, w.rule_id, null::text as part, ${changedAt} as changed_at,
    jsonb_build_object('waiver', w.kind, 'because', w.reason, 'by', ${by}, 'until', w.ends_on) as detail
  from waiver w
  where ${inForce(here, sql`w`)} and not exists (
    select from waiver o
    where o.vault_id = w.vault_id and o.rule_id = w.rule_id and coalesce(o.object_id, 0) = coalesce(w.object_id, 0)
      and ${inForce(there, sql`o`)})`

/** A waiver in force at `to`, where none was at `from`. */
export const waived = ({ from, to }: Between): Sql =>
  change('waived', { here: to, there: from, changedAt: sql`w.valid_from`, by: sql`w.decided_by` })

/** A waiver in force at `from`, where none is at `to`: it came to its date, or was withdrawn. */
export const waiverEnded = ({ from, to }: Between): Sql =>
  change('waiver-ended', { here: from, there: to, changedAt: sql`w.valid_to`, by: sql`w.withdrawn_by` })
