// The posture of one vault, how it moved, and what it is made of, rule by rule.
import type { View } from '#app/view.ts'
import { withAsOf } from '#app/_shell/with-as-of.ts'
import { defaultSearch, findingsHref, withFilter } from '#app/findings/search.ts'
import { UnknownCount } from '#app/findings/severity-count.tsx'
import { TimeLine } from '#components/charts/time-line.tsx'
import { type Column, DataTable } from '#components/table/data-table.tsx'
import { Card } from '#components/ui/card.tsx'
import { Link } from '#components/ui/link.tsx'
import { SeverityBadge } from '#components/ui/severity-badge.tsx'
import { Stat } from '#components/ui/stat.tsx'
import { compliance, posture } from '#lib/domain/posture.ts'
import { isoDate } from '#lib/format/date.ts'
import { count, percent } from '#lib/format/number.ts'
import type { FindingFilter } from '#lib/queries/findings/finding-filter.ts'
import type { VaultDetail } from '#lib/queries/vaults/get-vault.ts'
import { listVaultPosture } from '#lib/queries/vaults/list-vault-posture.ts'
import { listVaultRules, type VaultRule } from '#lib/queries/vaults/list-vault-rules.ts'

const trendDays = 90

export async function PostureCard({ view, vault }: { view: View; vault: VaultDetail }) {
  const { db, scope, at, asOf } = view
  const { vaultId, name } = vault
  const [rules, trend] = await Promise.all([
    listVaultRules(db, scope, { at, vaultId }),
    listVaultPosture(db, scope, { at, vaultId, days: trendDays }),
  ])
  const now = posture(rules)
  const passed = rules.reduce((total, { pass }) => total + pass, 0)
  const judged = rules.reduce((total, { pass, fail }) => total + pass + fail, 0)
  const unknown = rules.reduce((total, rule) => total + rule.unknown, 0)
  // Before Kempt first saw the vault there is no gap to show.
  const firstKnown = trend.findIndex((point) => point.posture !== null)
  const shown = firstKnown < 0 ? [] : trend.slice(firstKnown)
  const first = shown[0]
  const moved = now !== null && first?.posture !== null && first ? Math.round((now - first.posture) * 1000) / 10 : null
  return (
    <Card
      title="Posture"
      note={`Severity-weighted share of what passes${vault.owned ? '' : ' of what is yours in it'}, over the rules that could be decided.`}
      flush
    >
      <div className="grid gap-4 px-4 pb-4 sm:grid-cols-[160px_minmax(0,1fr)]">
        <div className="space-y-3">
          <Stat
            label="Now"
            value={now === null ? null : percent(now)}
            outOf={judged > 0 ? `${count(passed)} of ${count(judged)} checks pass` : 'nothing could be decided'}
            {...(first && moved !== null && shown.length > 1
              ? { note: `${movedText(moved)} since ${isoDate(first.at)}` }
              : {})}
          />
          {unknown > 0 ? (
            <p className="text-table">
              <UnknownCount value={unknown} href={rowsHref(name, { status: 'unknown' }, asOf)} />{' '}
              <span className="text-unknown-ink">could not be judged</span>
            </p>
          ) : null}
        </div>
        {shown.length === 0 ? (
          <p className="text-table text-faint">In these {trendDays} days nothing about it could be decided.</p>
        ) : (
          <TimeLine
            label={`Posture of ${name} over the last ${trendDays} days`}
            series={[{ name: 'Posture', tone: 'accent' }]}
            rows={shown.map((point) => ({
              at: point.at,
              values: [point.posture === null ? null : Math.round(point.posture * 1000) / 10],
            }))}
            format={(value) => `${value}%`}
            floor="data"
            most={100}
            height={120}
          />
        )}
      </div>
      {rules.length > 0 ? (
        <DataTable
          caption={`The rules behind the posture of ${name}`}
          columns={columnsFor(name, rules, asOf)}
          rows={rules}
          rowKey={({ ruleId }) => ruleId}
        />
      ) : null}
    </Card>
  )
}

const movedText = (points: number) =>
  points === 0
    ? 'unchanged'
    : `${points > 0 ? 'up' : 'down'} ${Math.abs(points)} ${Math.abs(points) === 1 ? 'point' : 'points'}`

const rowsHref = (vault: string, filter: Partial<FindingFilter>, asOf: string | null) =>
  findingsHref(withFilter(defaultSearch, { vault, ...filter }), asOf)

function columnsFor(name: string, rules: readonly VaultRule[], asOf: string | null): Column<VaultRule>[] {
  const weights = rules.filter(({ pass, fail }) => pass + fail > 0).reduce((total, { weight }) => total + weight, 0)
  return [
    {
      key: 'rule',
      header: 'Rule',
      cell: ({ ruleId, failing }) => (
        <Link href={withAsOf(`/rules/${ruleId}`, asOf)} look="row">
          {failing}
        </Link>
      ),
    },
    {
      key: 'severity',
      header: 'Severity',
      cell: ({ severity, weight }) => (
        <span className="inline-flex items-center gap-2">
          <SeverityBadge severity={severity} />
          <span className="text-faint">weighs {weight}</span>
        </span>
      ),
    },
    { key: 'pass', header: 'Pass', align: 'right', cell: ({ pass }) => count(pass) },
    {
      key: 'fail',
      header: 'Fail',
      align: 'right',
      cell: ({ ruleId, fail }) =>
        fail > 0 ? <Link href={rowsHref(name, { rules: [ruleId] }, asOf)}>{count(fail)}</Link> : '0',
    },
    {
      key: 'unknown',
      header: 'Unknown',
      align: 'right',
      cell: ({ ruleId, unknown }) => (
        <UnknownCount value={unknown} href={rowsHref(name, { rules: [ruleId], status: 'unknown' }, asOf)} />
      ),
    },
    {
      key: 'compliance',
      header: 'Passing',
      align: 'right',
      cell: (rule) => {
        const share = compliance(rule)
        return share === null ? <span className="text-faint">not decided</span> : percent(share)
      },
    },
    {
      key: 'costs',
      header: 'Costs',
      align: 'right',
      cell: (rule) => {
        const share = compliance(rule)
        if (share === null || share === 1) return <span className="text-faint">–</span>
        return `${Math.round(((rule.weight * (1 - share)) / weights) * 1000) / 10} points`
      },
    },
  ]
}
