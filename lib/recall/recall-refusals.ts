// Whom did a vault refuse, and when was it asked too often?
import { type Database, sql } from '#lib/db/open-database.ts'
import type { AccessLog } from '#lib/domain/evidence.ts'
import { type Asked, byPlace, momentsTable, type Placed, withinDays } from './access-moment.ts'

type Denial = AccessLog['denials'][number]
type Throttle = AccessLog['throttles'][number]
type Row = { day: Date; outcome: 'denied' | 'throttled'; callerId: number; caller: string; calls: number }

export async function recallRefusals(
  db: Database,
  { vaultIds, moments, recentDays }: Asked,
): Promise<{ denials: Map<string, Denial[]>; throttles: Map<string, Throttle[]> }> {
  const rows = await db.$queryRaw<Placed<Row>[]>(sql`
    select p.i, a.vault_id as "vaultId", a.day::timestamp at time zone 'UTC' as day, a.outcome, c.id as "callerId",
      c.name as caller, sum(a.calls)::int as calls
    from ${momentsTable(moments)}
    join every_access_day a on a.vault_id = any(${[...vaultIds]}::int[]) and ${withinDays(recentDays)}
    join caller c on c.id = a.caller_id
    where a.outcome in ('denied', 'throttled')
    group by p.i, a.vault_id, a.day, a.outcome, c.id
    order by p.i, a.vault_id, a.day, c.name, c.id`)
  const of = (outcome: Row['outcome']) => byPlace(rows.filter((row) => row.outcome === outcome))
  return {
    denials: mapped(of('denied'), (found) => found.map(({ caller, day, calls }) => ({ caller, day, calls }))),
    throttles: mapped(of('throttled'), throttlesOf),
  }
}

const throttlesOf = (rows: readonly Row[]): Throttle[] =>
  [...Map.groupBy(rows, ({ day }) => day.getTime())].map(([day, found]) => ({
    day: new Date(day),
    calls: found.reduce((total, { calls }) => total + calls, 0),
    callers: [...new Set(found.map(({ caller }) => caller))],
  }))

const mapped = <From, To>(found: ReadonlyMap<string, From>, to: (from: From) => To): Map<string, To> =>
  new Map([...found].map(([place, rows]) => [place, to(rows)]))
