// A vault of the coverage ledger as a row of a file: its gaps, and the commands that close them.
import type { FileRow } from '#app/_export/table-file.ts'
import type { CoverageRow } from '#lib/queries/list-coverage.ts'
import { partsText } from '../gap-words.ts'
import { grantFor } from '#lib/grants/grant-command.ts'

export const coverageColumns = [
  'vault',
  'vault_resource_id',
  'subscription',
  'subscription_id',
  'resource_group',
  'state',
  'missing',
  'reasons',
  'missing_since',
  'as_it_was_met',
  'commands',
] as const

const listed = (values: readonly string[]) => [...new Set(values)].join('; ') || null

/** A list is one cell, in the order of the gaps; of commands there is one a line. */
export function coverageExport(row: CoverageRow): FileRow {
  const { gaps, place } = row
  const earliest = gaps.map(({ sinceAt }) => sinceAt.getTime())
  return {
    vault: row.name,
    vault_resource_id: row.resourceId,
    subscription: place?.subscriptionName ?? null,
    subscription_id: place?.subscriptionId ?? null,
    resource_group: place?.resourceGroup ?? null,
    state: row.coverage,
    missing: listed(gaps.map(partsText)),
    reasons: listed(gaps.map(({ code }) => code)),
    missing_since: earliest.length > 0 ? new Date(Math.min(...earliest)).toISOString() : null,
    as_it_was_met: listed(gaps.map(({ detail }) => detail).filter(Boolean)),
    commands: [...new Set(gaps.flatMap((gap) => grantFor(row, gap).command ?? []))].join('\n') || null,
  } satisfies Record<(typeof coverageColumns)[number], unknown>
}
