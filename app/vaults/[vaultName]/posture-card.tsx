// The posture of one vault, how it moved, and what costs it most.
import type { View } from '#app/view.ts'
import { withAsOf } from '#app/_shell/with-as-of.ts'
import { defaultSearch, findingsHref, withFilter } from '#app/findings/search.ts'
import { UnknownCount, WaivedCount } from '#app/findings/severity-count.tsx'
import { addUp, checksOf, decidedOf } from '#app/posture/denominator.tsx'
import { PostureTrend } from '#app/posture/posture-trend.tsx'
import { postureHref } from '#app/posture/search.ts'
import { Card } from '#components/ui/card.tsx'
import { Stat } from '#components/ui/stat.tsx'
import { coverage, explainPosture } from '#lib/domain/posture.ts'
import { addDays, isoDate } from '#lib/format/date.ts'
import { count, percent } from '#lib/format/number.ts'
import type { FindingFilter } from '#lib/queries/findings/finding-filter.ts'
import { listJudgingChanges } from '#lib/queries/list-judging-changes.ts'
import { wholeEstate } from '#lib/queries/posture-filter.ts'
import type { VaultDetail } from '#lib/queries/vaults/get-vault.ts'
import { listVaultPosture } from '#lib/queries/vaults/list-vault-posture.ts'
import { listVaultRules } from '#lib/queries/vaults/list-vault-rules.ts'
import { CostliestRules } from './costliest-rules.tsx'

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
    >
      <div className="grid gap-4 sm:grid-cols-[160px_minmax(0,1fr)]">
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
              ? {
                  note: (
                    <>
                      {movedText(moved)} <span className="whitespace-nowrap">since {isoDate(first.at)}</span>
                    </>
                  ),
                }
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
      <CostliestRules rules={parts} vault={name} asOf={asOf} />
    </Card>
  )
}

const movedText = (points: number) =>
  points === 0
    ? 'unchanged'
    : `${points > 0 ? 'up' : 'down'} ${Math.abs(points)} ${Math.abs(points) === 1 ? 'point' : 'points'}`

const rowsHref = (vault: string, filter: Partial<FindingFilter>, asOf: string | null) =>
  findingsHref(withFilter(defaultSearch, { vault, ...filter }), asOf)
