// Who read which object with success, which versions, and how often within eight hours?
import { type Database, sql } from '#lib/db/open-database.ts'
import type { CallerReads, ObjectReads } from '#lib/domain/evidence.ts'
import { readingOperations } from '#lib/domain/reading-operations.ts'
import type { ObjectKind } from '#lib/domain/vault-object.ts'
import { type Asked, byPlace, lastBefore, momentsTable, type Placed, withinDays } from './access-moment.ts'

type Read = { kind: ObjectKind; name: string; callerId: number; caller: string }
type VersionRow = Read & { version: string; calls: number; lastReadAt: Date }
type WindowRow = Omit<Read, 'caller'> & { address: string; startsAt: Date; reads: number }

/** By place. Objects, callers and versions come in one order, so that nothing changes while nothing changes. */
export async function recallReads(db: Database, asked: Asked): Promise<Map<string, ObjectReads[]>> {
  const [versions, windows] = await Promise.all([versionsRead(db, asked), busyWindows(db, asked)])
  const windowsByPlace = byPlace(windows)
  return new Map(
    [...byPlace(versions)].map(([place, rows]) => [place, objectsOf(rows, windowsByPlace.get(place) ?? [])]),
  )
}

const versionsRead = (db: Database, { vaultIds, moments, days }: Asked) =>
  db.$queryRaw<Placed<VersionRow>[]>(sql`
    select p.i, a.vault_id as "vaultId", a.kind::text as kind, a.name_key as name, c.id as "callerId", c.name as caller,
      a.version, sum(a.calls)::int as calls, ${lastBefore} as "lastReadAt"
    from ${momentsTable(moments)}
    join access_day a on a.vault_id = any(${[...vaultIds]}::int[]) and ${withinDays(days)}
    join caller c on c.id = a.caller_id
    where a.outcome = 'ok' and a.operation = any(${[...readingOperations]})
    group by p.i, a.vault_id, a.kind, a.name_key, c.id, a.version
    order by p.i, a.vault_id, a.kind, a.name_key, c.name, c.id, a.version`)

/** Of secrets only, and windows with more than one read: fewer cannot be too many. */
const busyWindows = (db: Database, { vaultIds, moments, recentDays }: Asked) =>
  db.$queryRaw<Placed<WindowRow>[]>(sql`
    select p.i, a.vault_id as "vaultId", a.kind::text as kind, a.name_key as name, a.caller_id as "callerId", a.address,
      (a.day + n * interval '8 hours') at time zone 'UTC' as "startsAt", sum(hour.calls)::int as reads
    from ${momentsTable(moments)}
    join access_day a on a.vault_id = any(${[...vaultIds]}::int[]) and ${withinDays(recentDays)}
    cross join generate_series(0, 2) n
    cross join lateral (select sum(h) as calls from unnest(a.hours[n * 8 + 1 : n * 8 + 8]) h) hour
    where a.kind = 'secret' and a.outcome = 'ok' and a.operation = 'SecretGet' and hour.calls > 0
    group by p.i, a.vault_id, a.kind, a.name_key, a.caller_id, a.address, a.day, n
    having sum(hour.calls) > 1
    order by p.i, a.vault_id, a.name_key, a.caller_id, "startsAt", a.address`)

function objectsOf(rows: readonly VersionRow[], windows: readonly WindowRow[]): ObjectReads[] {
  const keyOf = ({ kind, name, callerId }: Omit<Read, 'caller'>) => `${kind}/${name}/${callerId}`
  const windowsOf = Map.groupBy(windows, keyOf)
  const objects = Map.groupBy(rows, ({ kind, name }) => `${kind}/${name}`)
  return [...objects.values()].flatMap((ofObject) => {
    const [first] = ofObject
    if (!first) return []
    const callers = [...Map.groupBy(ofObject, ({ callerId }) => callerId).values()].flatMap(
      (ofCaller): CallerReads[] => {
        const [one] = ofCaller
        if (!one) return []
        return [
          {
            caller: one.caller,
            calls: ofCaller.reduce((total, { calls }) => total + calls, 0),
            lastReadAt: new Date(Math.max(...ofCaller.map(({ lastReadAt }) => lastReadAt.getTime()))),
            versions: ofCaller.map(({ version, lastReadAt }) => ({ version, lastReadAt })),
            windows: (windowsOf.get(keyOf(one)) ?? []).map(({ address, startsAt, reads }) => ({
              address,
              startsAt,
              reads,
            })),
          },
        ]
      },
    )
    return [{ kind: first.kind, name: first.name, callers }]
  })
}
