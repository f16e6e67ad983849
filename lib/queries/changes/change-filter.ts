// What can have changed between two instants, what can be asked of the list of it, and in what order.
import { joinSql, type Sql, sql } from '#lib/db/open-database.ts'
import type { Severity } from '#lib/domain/severity.ts'
import type { SubjectKind } from '../findings/finding-filter.ts'

/**
 * In the order of the summary. States compared are those holding at the two instants; what came and went in between is
 * no change. What each kind means exactly stands where its rows are made.
 */
export const changeKinds = [
  'failing',
  'fixed',
  'unreadable',
  'readable',
  'new',
  'gone',
  'recovered',
  'rotated',
  'extended',
  'edited',
  'settings',
  'owner',
  'waived',
  'waiver-ended',
] as const

export type ChangeKind = (typeof changeKinds)[number]

/** Every field narrows; an empty one narrows nothing. */
export type ChangeFilter = {
  changes: readonly ChangeKind[]
  kinds: readonly SubjectKind[]
  /** Rules and severities keep changes of findings and of waivers: nothing else has a rule. */
  rules: readonly string[]
  severities: readonly Severity[]
  vault: string | null
  /** A name, or `none`: whose it was before, or is after. */
  owner: string | null
  /** Ids or names. */
  subscriptions: readonly string[]
  /** Names, or `none`. */
  environments: readonly string[]
  /** Part of the name of the object or of the vault. */
  text: string | null
}

export const everyChange: ChangeFilter = {
  changes: [],
  kinds: [],
  rules: [],
  severities: [],
  vault: null,
  owner: null,
  subscriptions: [],
  environments: [],
  text: null,
}

/** What differs between the states holding at `from` and at `to`; `from` is before `to`. */
export type ChangeQuestion = { from: Date; to: Date; filter: ChangeFilter }

export const changeSorts = ['when', 'vault', 'subject', 'kind'] as const

export type ChangeSort = (typeof changeSorts)[number]

export type ChangeOrder = { sort: ChangeSort; direction: 'asc' | 'desc' }

export const latestFirst: ChangeOrder = { sort: 'when', direction: 'desc' }

const place = sql`array_position(${[...changeKinds]}::text[], change)`
const byName = sql`lower(name) collate "C"`
const byVault = sql`lower(vault_name) collate "C"`
const columns: Record<ChangeSort, Sql> = { when: sql`changed_at`, vault: byVault, subject: byName, kind: place }

/** The terms of `order by` over the columns of `changesBetween`; always in the same tiebreak, so that pages never overlap. */
export function changeOrder({ sort, direction }: ChangeOrder): Sql {
  const first = sql`${columns[sort]} ${direction === 'asc' ? sql`asc` : sql`desc`}`
  return joinSql([first, place, sql`severity nulls last`, byVault, byName, sql`key collate "C"`], ', ')
}
