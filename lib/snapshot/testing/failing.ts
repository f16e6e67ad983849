import { type Database, sql } from '#lib/db/open-database.ts'

/** Subjects that fail a rule now, as the truth writes them. */
export async function failing(db: Database, ruleId: string): Promise<string[]> {
  const rows = await db.$queryRaw<{ subject: string }[]>(sql`
    select concat_ws('/', v.name, o.kind::text, o.name) as subject from verdict d
    join vault v on v.id = d.vault_id left join vault_object o on o.id = d.object_id
    where d.rule_id = ${ruleId} and d.status = 'fail' and d.valid_to is null`)
  return rows.map(({ subject }) => subject).sort()
}
