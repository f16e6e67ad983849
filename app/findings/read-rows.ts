// The rows of one page of At risk, in the grouping that is asked for.
import type { View } from '#app/view.ts'
import type { FindingRow } from '#lib/queries/findings/finding-rows.ts'
import { listFindings } from '#lib/queries/findings/list-findings.ts'
import { listFindingsByRule, type RuleGroup } from '#lib/queries/findings/list-findings-by-rule.ts'
import { listFindingsByVault, type VaultGroup } from '#lib/queries/findings/list-findings-by-vault.ts'
import { listSingleFindings, type SingleFinding } from '#lib/queries/findings/list-single-findings.ts'
import type { FindingsSearch } from './search.ts'

export type GroupedRows =
  | { group: 'object'; rows: FindingRow[] }
  | { group: 'finding'; rows: SingleFinding[] }
  | { group: 'rule'; rows: RuleGroup[] }
  | { group: 'vault'; rows: VaultGroup[] }

export async function readRows({ db, scope, at }: View, search: FindingsSearch): Promise<GroupedRows> {
  const { group, filter, order, page, pageSize } = search
  const question = { at, filter }
  if (group === 'finding') return { group, rows: await listSingleFindings(db, scope, { ...question, page, pageSize }) }
  if (group === 'rule') return { group, rows: await listFindingsByRule(db, scope, question) }
  if (group === 'vault') {
    const { rows } = await listFindingsByVault(db, scope, { ...question, page, pageSize })
    return { group, rows }
  }
  return { group, rows: await listFindings(db, scope, { ...question, order, page, pageSize }) }
}
