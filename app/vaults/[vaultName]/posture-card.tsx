// The posture of one vault, how it moved, and what it is made of, rule by rule.
import type { View } from '#app/view.ts'
import { withAsOf } from '#app/_shell/with-as-of.ts'
import { defaultSearch, findingsHref, withFilter } from '#app/findings/search.ts'
import { UnknownCount, WaivedCount } from '#app/findings/severity-count.tsx'
import { addUp, checksOf, decidedOf } from '#app/posture/denominator.tsx'
import { PostureTrend } from '#app/posture/posture-trend.tsx'
import { postureHref } from '#app/posture/search.ts'
import { type Column, DataTable } from '#components/table/data-table.tsx'
import { Card } from '#components/ui/card.tsx'
import { Link } from '#components/ui/link.tsx'
import { SeverityBadge } from '#components/ui/severity-badge.tsx'
import { Stat } from '#components/ui/stat.tsx'
import { coverage, explainPosture, type PosturePart } from '#lib/domain/posture.ts'
import { addDays, isoDate } from '#lib/format/date.ts'
import { count, percent } from '#lib/format/number.ts'
import type { FindingFilter } from '#lib/queries/findings/finding-filter.ts'
import { listJudgingChanges } from '#lib/queries/list-judging-changes.ts'
import { wholeEstate } from '#lib/queries/posture-filter.ts'
import type { VaultDetail } from '#lib/queries/vaults/get-vault.ts'
import { listVaultPosture } from '#lib/queries/vaults/list-vault-posture.ts'
import { listVaultRules, type VaultRule } from '#lib/queries/vaults/list-vault-rules.ts'

const trendDays = 90

export async function PostureCard({ view, vault }: { view: View; vault: VaultDetail }) {
  const { db, scope, at, asOf } = view
  const { vaultId, name } = vault
  const [rules, trend, changes] = await Promise.all([
    listVaultRules(db, scope, { at, vaultId }),
    listVaultPosture(db, scope, { at, vaultId, days: trendDays }),
    listJudgingChanges(db, { from: addDays(at, -trendDays), at }),
  ])
  const { posture: now, parts } = explainPosture(rules)
  const counts = addUp(rules)
  const covered = coverage(counts)
  // Before Kempt first saw the vault there is no gap to show.
  const firstKnown = trend.findIndex((point) => point.posture !== null)
  const shown = firstKnown < 0 ? [] : trend.slice(firstKnown)
  const first = shown[0]
  const moved = now !== null && first?.posture !== null && first ? Math.round((now - first.posture) * 1000) / 10 : null
  return (
    <Card
      title="Posture"
      note={`Severity-weighted share of what passes${vault.owned ? '' : ' of what is yours in it'}, over the rules that could be decided.`}
      href={postureHref({ ...wholeEstate, vault: name }, asOf)}
      hrefLabel="How this number is made"
      flush
    >
      <div className="grid gap-4 px-4 pb-4 sm:grid-cols-[160px_minmax(0,1fr)]">
        <div className="space-y-3">
          <Stat
            label="Now"
            value={now === null ? null : percent(now)}
            outOf={
              decidedOf(counts) > 0
                ? `${count(counts.pass)} of ${count(decidedOf(counts))} checks pass`
                : 'nothing could be decided'
            }
            {...(first && moved !== null && shown.length > 1
              ? { note: `${movedText(moved)} since ${isoDate(first.at)}` }
              : {})}
          />
          {counts.unknown > 0 ? (
            <p className="text-table">
              <UnknownCount value={counts.unknown} href={rowsHref(name, { status: 'unknown' }, asOf)} />{' '}
              <span className="text-unknown-ink">could not be judged</span>
            </p>
          ) : null}
          {counts.waived > 0 ? (
            <p className="text-table">
              <WaivedCount value={counts.waived} href={rowsHref(name, { status: 'waived' }, asOf)} />{' '}
              <span className="text-soft">waived, counted apart</span>
            </p>
          ) : null}
          {covered !== null && covered < 1 ? (
            <p className="text-table text-faint">
              coverage {percent(covered)} of {count(checksOf(counts))} checks
            </p>
          ) : null}
        </div>
        {shown.length === 0 ? (
          <p className="text-table text-faint">In these {trendDays} days nothing about it could be decided.</p>
        ) : (
          <PostureTrend
            label={`Posture of ${name} over the last ${trendDays} days`}
            points={shown}
            changes={changes}
            hrefOn={(day) => withAsOf(`/vaults/${encodeURIComponent(name)}`, day)}
            height={120}
          />
        )}
      </div>
      {rules.length > 0 ? (
        <DataTable
          caption={`The rules behind the posture of ${name}`}
          columns={columnsFor(name, asOf)}
          rows={parts}
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

/** A rule that costs something never reads as if it cost nothing. */
const pointsLost = (lost: number) => `${lost < 0.0005 ? 'under 0.1' : Math.round(lost * 1000) / 10} points`

const rowsHref = (vault: string, filter: Partial<FindingFilter>, asOf: string | null) =>
  findingsHref(withFilter(defaultSearch, { vault, ...filter }), asOf)

function columnsFor(name: string, asOf: string | null): Column<VaultRule & PosturePart>[] {
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
        <span className="inline-flex flex-wrap items-center gap-x-2">
          <SeverityBadge severity={severity} />
          <span className="whitespace-nowrap text-faint">weighs {weight}</span>
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
      key: 'waived',
      header: 'Waived',
      align: 'right',
      cell: ({ ruleId, waived }) => (
        <WaivedCount value={waived} href={rowsHref(name, { rules: [ruleId], status: 'waived' }, asOf)} />
      ),
    },
    {
      key: 'compliance',
      header: 'Passing',
      align: 'right',
      cell: ({ compliance }) =>
        compliance === null ? <span className="text-faint">not decided</span> : percent(compliance),
    },
    {
      key: 'costs',
      header: 'Costs',
      align: 'right',
      cell: ({ lost }) =>
        lost === null || lost === 0 ? (
          <span className="text-faint">–</span>
        ) : (
          <span className="whitespace-nowrap">{pointsLost(lost)}</span>
        ),
    },
  ]
}
