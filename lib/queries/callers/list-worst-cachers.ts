import { type Database, sql } from '#lib/db/open-database.ts'
import type { Scope } from '#lib/domain/scope.ts'
import { heldAt } from '../held-at.ts'
import { cacheWindows } from './cache-windows.ts'
import { type NamedCaller, namedCaller } from './named-caller.ts'

/** A caller that asks for a secret again before eight hours are over, in the 7 days before an instant. */
export type WorstCacher = NamedCaller & {
  callerId: number
  /** Secrets it reads, of how many it reads any needlessly, and the worst of those first. */
  secrets: number
  needlessSecrets: number
  /** `stands`: in the inventory at that instant. */
  worst: { vault: string; name: string; stands: boolean }[]
  reads: number
  /** Reads that keeping each secret for eight hours would have saved. */
  needless: number
}

const mostNamed = 3

/** Who would save most by caching? Callers with a window of more than `readsPerWindow` reads; `total` counts all of them. */
export async function listWorstCachers(
  db: Database,
  scope: Scope,
  { at, readsPerWindow, most }: { at: Date; readsPerWindow: number; most: number },
): Promise<{ rows: WorstCacher[]; total: number }> {
  const rows = await db.$queryRaw<(WorstCacher & { total: number })[]>(sql`
    with secrets as materialized (${cacheWindows(scope, { at, readsPerWindow })}),
    worst as (
      select caller_id, count(*)::int as secrets, (count(*) filter (where needless > 0))::int as needless_secrets, sum(reads)::int as reads, sum(needless)::int as needless,
        (count(*) over ())::int as total
      from secrets group by caller_id having sum(busy) > 0)
    select c.id as "callerId", ${namedCaller}, w.secrets, w.needless_secrets as "needlessSecrets", w.reads, w.needless, w.total, (
        select jsonb_agg(jsonb_build_object('vault', named.vault, 'name', named.name, 'stands', named.stands) order by named.place)
        from (
          select v.name as vault, coalesce(o.name, s.name_key) as name, os.id is not null as stands,
            row_number() over (order by s.needless desc, v.name, s.name_key) as place
          from secrets s
          join vault v on v.id = s.vault_id
          left join vault_object o on o.vault_id = s.vault_id and o.kind = 'secret' and o.name_key = s.name_key
          left join object_state os on os.object_id = o.id and ${heldAt(at, sql`os.valid_from`, sql`os.valid_to`)}
          where s.caller_id = c.id and s.needless > 0
          order by place limit ${mostNamed}) named) as worst
    from worst w
    join caller c on c.id = w.caller_id
    order by w.needless desc, w.reads desc, lower(c.name) collate "C", c.identity collate "C"
    limit ${most}`)
  return { rows: rows.map(({ total: _, ...row }) => row), total: rows[0]?.total ?? 0 }
}
