// What a file of Operations holds: the lines of the timeline and the ids behind them. A list is one cell.
import type { FileRow } from '#app/_export/table-file.ts'
import { callerName } from '#app/callers/words.ts'
import type { OperationObject, OperationRow } from '#lib/queries/operations/operation-row.ts'
import { failureText, whatText } from './words.ts'

export const operationColumns = [
  'day',
  'first_at',
  'last_at',
  'operation',
  'outcome',
  'failed_as',
  'caller',
  'caller_kind',
  'caller_identity',
  'vault',
  'vault_resource_id',
  'what',
  'objects',
  'object_names',
  'calls',
  'log_operations',
  'addresses',
  'worth_a_look',
  'vault_logged_since',
] as const

const listed = (values: readonly string[]) => values.join('; ') || null

export function operationExport(row: OperationRow): FileRow {
  const { objects, caller } = row
  const named = objects.filter(({ name }) => name !== null)
  const every = (values: (one: OperationObject) => readonly string[]) => [...new Set(objects.flatMap(values))].sort()
  return {
    day: row.day,
    first_at: row.firstAt.toISOString(),
    last_at: row.lastAt.toISOString(),
    operation: row.kind,
    outcome: row.outcome,
    failed_as: row.outcome === 'failed' ? failureText(objects) : null,
    caller: callerName(caller),
    caller_kind: caller.kind,
    caller_identity: caller.identity,
    vault: row.vaultName,
    vault_resource_id: row.resourceId,
    what: whatText(row),
    objects: named.length,
    object_names: listed(named.map(({ kind, name }) => `${kind} ${name}`)),
    calls: row.calls,
    log_operations: listed(every(({ operations }) => operations)),
    addresses: listed(every(({ addresses }) => addresses)),
    worth_a_look: listed(row.looks),
    vault_logged_since: row.loggedSince,
  }
}
