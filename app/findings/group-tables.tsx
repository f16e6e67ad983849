// At risk by rule and by vault: the same rows, counted; each count leads to the rows it counts.
import type { View } from '#app/view.ts'
import { withAsOf } from '#app/_shell/with-as-of.ts'
import { type Column, DataTable } from '#components/table/data-table.tsx'
import { Link } from '#components/ui/link.tsx'
import { SeverityBadge } from '#components/ui/severity-badge.tsx'
import { severities } from '#lib/domain/severity.ts'
import { count } from '#lib/format/number.ts'
import type { FindingFilter } from '#lib/queries/findings/finding-filter.ts'
import type { RuleGroup } from '#lib/queries/findings/list-findings-by-rule.ts'
import type { VaultGroup } from '#lib/queries/findings/list-findings-by-vault.ts'
import { ownerHref } from '../owners/owner-href.ts'
import { type FindingsSearch, findingsHref, withFilter } from './search.ts'
import { OwnerCell, SinceCell } from './subject-cells.tsx'
import { SeverityCount, UnknownCount, WaivedCount } from './severity-count.tsx'

type GroupProps<Row> = { view: View; search: FindingsSearch; rows: readonly Row[] }

const rowsOf = (search: FindingsSearch, { asOf }: View, changed: Partial<FindingFilter>) =>
  findingsHref({ ...withFilter(search, changed), group: 'object' }, asOf)

export function RuleGroups({ view, search, rows }: GroupProps<RuleGroup>) {
  const columns: Column<RuleGroup>[] = [
    {
      key: 'rule',
      header: 'Rule',
      cell: ({ ruleId, failing, area }) => (
        <>
          <Link href={rowsOf(search, view, { rules: [ruleId] })} look="row">
            {failing}
          </Link>
          <div className="text-faint">
            {area} ·{' '}
            <Link href={withAsOf(`/rules/${ruleId}`, view.asOf)} look="plain" className="hover:underline">
              manual
            </Link>
          </div>
        </>
      ),
    },
    { key: 'severity', header: 'Severity', cell: ({ severity }) => <SeverityBadge severity={severity} /> },
    {
      key: 'failing',
      header: 'Failing',
      align: 'right',
      cell: ({ ruleId, failingSubjects }) =>
        failingSubjects > 0 ? (
          <Link href={rowsOf(search, view, { rules: [ruleId], status: 'fail' })}>{count(failingSubjects)}</Link>
        ) : (
          '0'
        ),
    },
    ...(search.filter.status === 'unknown'
      ? []
      : [
          {
            key: 'waived',
            header: 'Waived',
            align: 'right' as const,
            cell: ({ ruleId, waivedSubjects }: RuleGroup) => (
              <WaivedCount value={waivedSubjects} href={rowsOf(search, view, { rules: [ruleId], status: 'waived' })} />
            ),
          },
        ]),
    ...(search.filter.status === 'fail' || search.filter.status === 'waived'
      ? []
      : [
          {
            key: 'unknown',
            header: 'Not judged',
            align: 'right' as const,
            cell: ({ ruleId, unknownSubjects }: RuleGroup) => (
              <UnknownCount
                value={unknownSubjects}
                href={rowsOf(search, view, { rules: [ruleId], status: 'unknown' })}
              />
            ),
          },
        ]),
    { key: 'vaults', header: 'In vaults', align: 'right', cell: ({ vaults }) => count(vaults) },
    {
      key: 'since',
      header: 'Longest for',
      align: 'right',
      cell: ({ failingSince }) => <SinceCell since={failingSince} at={view.at} />,
    },
  ]
  return <DataTable caption="Findings by rule" columns={columns} rows={rows} rowKey={({ ruleId }) => ruleId} />
}

export function VaultGroups({ view, search, rows }: GroupProps<VaultGroup>) {
  const columns: Column<VaultGroup>[] = [
    {
      key: 'vault',
      header: 'Vault',
      width: 'sm:min-w-52',
      cell: ({ vaultName, subscriptionName, environment }) => (
        <>
          <Link href={withAsOf(`/vaults/${vaultName}`, view.asOf)} look="row">
            {vaultName}
          </Link>
          <div className="text-faint">{[environment, subscriptionName].filter(Boolean).join(' · ')}</div>
        </>
      ),
    },
    { key: 'owner', header: 'Owner', cell: ({ owner }) => <OwnerCell owner={owner} href={ownerHref(owner, view)} /> },
    {
      key: 'subjects',
      header: 'Rows',
      align: 'right',
      cell: ({ vaultName, subjects }) => (
        <Link href={rowsOf(search, view, { vault: vaultName })}>{count(subjects)}</Link>
      ),
    },
    ...severities.map(
      (severity): Column<VaultGroup> => ({
        key: severity,
        header: severity.charAt(0).toUpperCase() + severity.slice(1),
        align: 'right',
        cell: (row) => (
          <SeverityCount
            severity={severity}
            value={row[severity]}
            href={rowsOf(search, view, { vault: row.vaultName, severities: [severity], status: 'fail' })}
          />
        ),
      }),
    ),
    ...(search.filter.status === 'unknown' ? [] : [waivedColumn(view, search)]),
    ...(search.filter.status === 'fail' || search.filter.status === 'waived' ? [] : [unknownColumn(view, search)]),
    {
      key: 'since',
      header: 'Longest for',
      align: 'right',
      cell: ({ failingSince }) => <SinceCell since={failingSince} at={view.at} />,
    },
  ]
  return <DataTable caption="Findings by vault" columns={columns} rows={rows} rowKey={({ resourceId }) => resourceId} />
}

const waivedColumn = (view: View, search: FindingsSearch): Column<VaultGroup> => ({
  key: 'waived',
  header: 'Waived',
  align: 'right',
  cell: ({ vaultName, waived }) => (
    <WaivedCount value={waived} href={rowsOf(search, view, { vault: vaultName, status: 'waived' })} />
  ),
})

const unknownColumn = (view: View, search: FindingsSearch): Column<VaultGroup> => ({
  key: 'unknown',
  header: 'Not judged',
  align: 'right',
  cell: ({ vaultName, unknown }) => (
    <UnknownCount value={unknown} href={rowsOf(search, view, { vault: vaultName, status: 'unknown' })} />
  ),
})
