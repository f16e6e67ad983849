// One line of the timeline of operations, as it is shown and as it is exported.
import { z } from 'zod'
import { type Sql, sql } from '#lib/db/open-database.ts'
import type { Scope } from '#lib/domain/scope.ts'
import { type SensitiveKind, sensitiveKinds } from '#lib/domain/sensitive-operations.ts'
import { type CallerKind, callerKinds } from '../callers/caller-filter.ts'
import { subjectKinds } from '../findings/finding-filter.ts'
import { lookReasons, operationOutcomes, type OperationOutcome, type OperationQuestion } from './operation-filter.ts'
import { operationLines } from './operation-lines.ts'

export type OperationRow = {
  /** Names the line among all. */
  key: string
  /** The day in UTC (2026-11-23), and the first and the last call of it. */
  day: string
  firstAt: Date
  lastAt: Date
  kind: SensitiveKind
  outcome: OperationOutcome
  calls: number
  caller: { identity: string; name: string; kind: CallerKind }
  vaultName: string
  /** ARM id of the vault. */
  resourceId: string
  objects: OperationObject[]
  looks: z.infer<typeof look>[]
  /** The first day of which the log of the vault is remembered; null: of none. */
  loggedSince: string | null
}

/** What an operation was about. */
export type OperationObject = z.infer<typeof object>

const look = z.enum(lookReasons)

const object = z.object({
  kind: z.enum(subjectKinds),
  /** As last known, else as the log writes it; null: the log names none, or it is the vault itself. */
  name: z.string().nullable(),
  calls: z.int(),
  /** It was in the inventory by the instant asked about, and was gone by then. */
  known: z.boolean(),
  gone: z.boolean(),
  /** How its calls ended, in the log's words: ok, denied, missing, throttled or error. */
  said: z.array(z.string()),
  operations: z.array(z.string()),
  /** Of clients, where the log names any. */
  addresses: z.array(z.string()),
})

const schema = z.object({
  key: z.string(),
  day: z.string(),
  first_at: z.date(),
  last_at: z.date(),
  kind: z.enum(sensitiveKinds),
  outcome: z.enum(operationOutcomes),
  calls: z.int(),
  identity: z.string(),
  caller: z.string(),
  caller_kind: z.enum(callerKinds),
  vault_name: z.string(),
  resource_id: z.string(),
  objects: z.array(object),
  reasons: z.array(look),
  logged_since: z.string().nullable(),
})

/** A query: the lines of a question, newest first; without `limit`, all of them. Read them with `toOperationRow`. */
export const operationRows = (
  scope: Scope,
  question: OperationQuestion,
  { limit = null, offset = 0 }: { limit?: number | null; offset?: number } = {},
): Sql => sql`
  select key, to_char(day, 'YYYY-MM-DD') as day, first_at, last_at, kind, outcome, calls, identity, caller, caller_kind,
    vault_name, resource_id, objects, reasons, to_char(logged_since, 'YYYY-MM-DD') as logged_since
  from (${operationLines(scope, question)}) timeline
  order by timeline.day desc, last_at desc, lower(vault_name) collate "C", key collate "C"
  limit ${limit} offset ${offset}`

export function toOperationRow(selected: unknown): OperationRow {
  const { first_at, last_at, identity, caller, caller_kind, vault_name, resource_id, reasons, logged_since, ...row } =
    schema.parse(selected)
  return {
    ...row,
    firstAt: first_at,
    lastAt: last_at,
    caller: { identity, name: caller, kind: caller_kind },
    vaultName: vault_name,
    resourceId: resource_id,
    looks: reasons,
    loggedSince: logged_since,
  }
}
