// The tables a query finds in the workspaces it is sent to: only those that vaults write to there, with the columns in use,
// and in them the rows that have arrived and are still kept.
import type { Schema, TableSchema } from '../kql/schema.ts'
import type { Source } from '../kql/scope.ts'
import { dayMs } from '../kql/values.ts'
import type { Access, Estate, Organization, Workspace } from '../organization/organization.ts'
import { auditLogCells } from './audit-log-cells.ts'
import { rowMaker } from './cells.ts'
import { diagnosticsCells, diagnosticsExtraCells, extraColumnsUsed } from './diagnostics-cells.ts'
import { auditLogColumns, diagnosticsColumns, diagnosticsExtraColumns, logSchema } from './schema.ts'
import type { Timespan } from './timespan.ts'

/** Rows take about ten minutes to arrive. https://learn.microsoft.com/azure/key-vault/general/howto-logging */
export const latencyMs = 10 * 60_000

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
  const { now, resourceId } = question
  const day = (workspace: Workspace, dayAt: number): Access[] =>
    organization.accesses(workspace.customerId, new Date(dayAt), new Date(dayAt + dayMs))

  return {
    schema: schemaOf(workspaces, organization.estateAt(new Date(now)), (workspace) => {
      // Looked for where it matters: yesterday, and in the last days of the question.
      const { from, to } = keptWithin(workspace, question)
      const days = new Set([startOfDay(now) - dayMs, ...[...daysOf(from, to)].slice(-2)])
      return [...days].map((dayAt) => day(workspace, dayAt))
    }),
    *rows(table, needed) {
      for (const workspace of workspaces) {
        if (workspace.table !== table) continue
        const makeRow = rowMaker(cellsOf[workspace.table], needed)
        const { from, to } = keptWithin(workspace, question)
        const late = organization.lateLogs(workspace.customerId, new Date(now))
        const isUnderWay = (at: number) =>
          late.some((stretch) => at >= stretch.from.getTime() && at < stretch.until.getTime())
        // Day by day, so that a question about ninety of them needs the memory of one.
        for (const dayAt of daysOf(from, to)) {
          for (const access of day(workspace, dayAt)) {
            const at = access.at.getTime()
            if (at < from || at > to || (late.length > 0 && isUnderWay(at))) continue
            if (resourceId === null || access.vault.id.toLowerCase() === resourceId) yield makeRow(access, workspace)
          }
        }
      }
    },
  }
}

/** What of the question a workspace can answer: rows that have had their ten minutes and are not older than it keeps them. */
function keptWithin({ retentionDays }: Workspace, { timespan, now }: Question): Timespan {
  return {
    from: Math.max(timespan?.from ?? 0, now - retentionDays * dayMs),
    to: Math.min(timespan?.to ?? now, now - latencyMs),
  }
}

const startOfDay = (at: number) => Math.floor(at / dayMs) * dayMs

function* daysOf(from: number, to: number): Generator<number> {
  for (let dayAt = startOfDay(from); dayAt <= to; dayAt += dayMs) yield dayAt
}

const schemas = new Map<string, Schema>()

/** Kept by content, because queries are compiled once per schema. */
function schemaOf(workspaces: readonly Workspace[], estate: Estate, sample: (of: Workspace) => Access[][]): Schema {
  // A table comes to be with its first row: where nobody writes and nobody wrote lately, none was created.
  const written = workspaces.filter(
    (workspace) => isWrittenTo(workspace, estate) || sample(workspace).some(({ length }) => length > 0),
  )
  const tables: TableSchema[] = []
  if (written.some(({ table }) => table === 'AZKVAuditLogs')) {
    tables.push({ name: 'AZKVAuditLogs', columns: auditLogColumns })
  }
  const diagnostics = written.filter(({ table }) => table === 'AzureDiagnostics')
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

const isWrittenTo = ({ id }: Workspace, { vaults }: Estate) =>
  vaults.some(({ diagnosticSettings }) =>
    diagnosticSettings.some(({ workspaceId }) => workspaceId?.toLowerCase() === id.toLowerCase()),
  )
