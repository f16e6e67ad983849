// What of a database is Kempt's, in an order in which it can be put back.
import type pg from 'pg'
import { DatabaseError } from '../database-error.ts'

/** Names of Kempt's tables, each after those that its rows refer to. The record of migrations is not among them. */
export async function tablesInOrder(client: pg.Client): Promise<string[]> {
  const { rows } = await client.query<{ name: string; needs: string[] }>(`
    select c.relname as name, array_remove(array_agg(distinct other.relname), null)::text[] as needs
    from pg_class c
      left join pg_constraint k on k.conrelid = c.oid and k.contype = 'f' and k.confrelid <> c.oid
      left join pg_class other on other.oid = k.confrelid
    where c.relkind = 'r' and c.relnamespace = 'public'::regnamespace and c.relname <> '_prisma_migrations'
    group by c.relname order by c.relname`)
  const ordered: string[] = []
  let waiting = rows
  while (waiting.length > 0) {
    const ready = waiting.filter(({ needs }) => needs.every((name) => ordered.includes(name)))
    if (ready.length === 0) throw new DatabaseError('Tables refer to each other in a circle and have no order.')
    ordered.push(...ready.map(({ name }) => name))
    waiting = waiting.filter((table) => !ready.includes(table))
  }
  return ordered
}
