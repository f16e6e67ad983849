// What can be asked of the list of callers, and in what order; sort keys come from an allow-list.
import { joinSql, type Sql, sql } from '#lib/db/open-database.ts'

export const callerKinds = ['user', 'application', 'managed-identity', 'unknown'] as const

/** `unknown`: the log names no identity. */
export type CallerKind = (typeof callerKinds)[number]

export const callerHabits = ['denied', 'throttled', 'not-caching', 'old-versions'] as const

/** What a caller does that it should not. */
export type CallerHabit = (typeof callerHabits)[number]

export type CallerFilter = {
  /** Part of its name, of its identity or of its application id. */
  text: string | null
  kinds: readonly CallerKind[]
  /** Part of the name of a vault: only calls to such vaults count then. */
  vault: string | null
  /** With any of these. */
  habits: readonly CallerHabit[]
}

export const everyCaller: CallerFilter = { text: null, kinds: [], vault: null, habits: [] }

export const callerSorts = [
  'reads',
  'name',
  'objects',
  'vaults',
  'denied',
  'throttled',
  'addresses',
  'needless',
  'first',
  'last',
] as const

export type CallerSort = (typeof callerSorts)[number]

export type CallerOrder = { sort: CallerSort; direction: 'asc' | 'desc' }

export const byReads: CallerOrder = { sort: 'reads', direction: 'desc' }

const habits: Record<CallerHabit, Sql> = {
  denied: sql`denied > 0`,
  throttled: sql`throttled > 0`,
  'not-caching': sql`"busyWindows" > 0`,
  'old-versions': sql`"oldVersions" > 0`,
}

/** The condition over the columns of `callerRows`; the vault is asked of the calls themselves. */
export function wantedCallers({ text, kinds, habits: wanted }: CallerFilter): Sql {
  const holds = (column: Sql) => sql`position(${(text ?? '').toLowerCase()} in lower(${column})) > 0`
  const conditions = [
    text !== null &&
      sql`(${holds(sql`name`)} or ${holds(sql`identity`)} or coalesce(${holds(sql`"applicationId"`)}, false))`,
    kinds.length > 0 && sql`kind = any(${[...kinds]})`,
    wanted.length > 0 &&
      sql`(${joinSql(
        wanted.map((habit) => habits[habit]),
        ' or ',
      )})`,
  ]
  return joinSql([sql`true`, ...conditions.filter((condition) => condition !== false)], ' and ')
}

const columns: Record<CallerSort, Sql> = {
  reads: sql`reads`,
  name: sql`lower(name) collate "C"`,
  objects: sql`objects`,
  vaults: sql`vaults`,
  denied: sql`denied`,
  throttled: sql`throttled`,
  addresses: sql`addresses`,
  needless: sql`needless`,
  first: sql`"firstAt"`,
  last: sql`"lastAt"`,
}

/** Two callers may have one name: identities are unique, and end every order. */
export function callerOrder({ sort, direction }: CallerOrder): Sql {
  const way = direction === 'asc' ? sql`asc` : sql`desc`
  return joinSql([sql`${columns[sort]} ${way}`, columns.name, sql`identity collate "C"`], ', ')
}
