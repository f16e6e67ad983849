// The tables a query finds in the workspaces it is sent to: only those that vaults write to there, with the columns in use.
import type { Schema, TableSchema } from '../kql/schema.ts'
import type { Source } from '../kql/scope.ts'
import { dayMs } from '../kql/values.ts'
import type { Access, Organization, Workspace } from '../organization/organization.ts'
import { auditLogCells } from './audit-log-cells.ts'
import { rowMaker } from './cells.ts'
import { diagnosticsCells, diagnosticsExtraCells, extraColumnsUsed } from './diagnostics-cells.ts'
import { auditLogColumns, diagnosticsColumns, diagnosticsExtraColumns, logSchema } from './schema.ts'
import type { Timespan } from './timespan.ts'

/** Rows take about ten minutes to arrive. https://learn.microsoft.com/azure/key-vault/general/howto-logging */
export const latencyMs = 10 * 60_000
/** How long a workspace keeps rows: as long as one with Sentinel does free of charge. */
export const retentionMs = 90 * dayMs

export type Question = {
  /** Null for everything that is kept. */
  timespan: Timespan | null
  now: number
  /** Lower case; narrows the rows to one vault, as a query sent to the vault itself does. */
  resourceId: string | null
}

export type LogTables = { schema: Schema; rows: Source['rows'] }

const cellsOf = {
  AZKVAuditLogs: auditLogCells,
  AzureDiagnostics: { ...diagnosticsCells, ...diagnosticsExtraCells },
}

export function logTables(workspaces: readonly Workspace[], organization: Organization, question: Question): LogTables {
  const { timespan, now, resourceId } = question
  const from = Math.max(timespan?.from ?? 0, now - retentionMs)
  const to = Math.min(timespan?.to ?? now, now - latencyMs)
  const day = (workspace: Workspace, dayAt: number): Access[] =>
    organization.accesses(workspace.customerId, new Date(dayAt), new Date(dayAt + dayMs))

  return {
    schema: schemaOf(workspaces, (workspace) => {
      // Looked for where it matters: yesterday, and in the last days of the question.
      const days = new Set([startOfDay(now) - dayMs, ...[...daysOf(from, to)].slice(-2)])
      return [...days].map((dayAt) => day(workspace, dayAt))
    }),
    *rows(table, needed) {
      for (const workspace of workspaces) {
        if (workspace.table !== table) continue
        const makeRow = rowMaker(cellsOf[workspace.table], needed)
        // Day by day, so that a question about ninety of them needs the memory of one.
        for (const dayAt of daysOf(from, to)) {
          for (const access of day(workspace, dayAt)) {
            const at = access.at.getTime()
            if (at < from || at > to) continue
            if (resourceId === null || access.vault.id.toLowerCase() === resourceId) yield makeRow(access, workspace)
          }
        }
      }
    },
  }
}

const startOfDay = (at: number) => Math.floor(at / dayMs) * dayMs

function* daysOf(from: number, to: number): Generator<number> {
  for (let dayAt = startOfDay(from); dayAt <= to; dayAt += dayMs) yield dayAt
}

const schemas = new Map<string, Schema>()

/** Kept by content, because queries are compiled once per schema. */
function schemaOf(workspaces: readonly Workspace[], sample: (workspace: Workspace) => Access[][]): Schema {
  const tables: TableSchema[] = []
  if (workspaces.some(({ table }) => table === 'AZKVAuditLogs')) {
    tables.push({ name: 'AZKVAuditLogs', columns: auditLogColumns })
  }
  const diagnostics = workspaces.filter(({ table }) => table === 'AzureDiagnostics')
  if (diagnostics.length > 0) {
    const used = new Set(diagnostics.flatMap(sample).flatMap((accesses) => [...extraColumnsUsed(accesses)]))
    const extra = diagnosticsExtraColumns.filter(({ name }) => used.has(name))
    tables.push({ name: 'AzureDiagnostics', columns: [...diagnosticsColumns, ...extra] })
  }
  const key = tables.map(({ name, columns }) => `${name} ${columns.map((column) => column.name).join()}`).join('\n')
  const schema = schemas.get(key) ?? logSchema(tables)
  schemas.set(key, schema)
  return schema
}
