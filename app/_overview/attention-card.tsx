// What needs somebody, the worst first: one sentence each, each leading to its rows.
import { withAsOf } from '#app/_shell/with-as-of.ts'
import type { View } from '#app/view.ts'
import { Card } from '#components/ui/card.tsx'
import { EmptyState } from '#components/ui/empty-state.tsx'
import { Link } from '#components/ui/link.tsx'
import { SeverityBadge } from '#components/ui/severity-badge.tsx'
import { StatusBadge } from '#components/ui/status-badge.tsx'
import { waiversEnding, waiversHref } from '#app/waivers/search.ts'
import { WaivedShape } from '#app/waivers/waiver-badges.tsx'
import { addDays, dayCount, dayMs, utcInstant } from '#lib/format/date.ts'
import { count } from '#lib/format/number.ts'
import { countExpiring } from '#lib/queries/count-expiring.ts'
import { countWaived, type WaivedCount } from '#lib/queries/count-waived.ts'
import { getPolicy } from '#lib/queries/get-policy.ts'
import type { Standing } from '#lib/queries/get-standing.ts'
import { listAttention } from '#lib/queries/list-attention.ts'
import { type AttentionItem, attentionItems, isSeverity } from './attention-items.ts'
import { saidThresholds } from './attention-words.ts'

export const attentionTitle = 'Needs attention'

/** More than a screenful helps nobody start; the rest is one click away, and counted. */
const shownAtOnce = 9

const waiversEndSoonDays = 14

type Waivers = WaivedCount & { endsBefore: Date }

export async function AttentionCard({ view, standing }: { view: View; standing: Standing }) {
  const { db, scope, at } = view
  const fromOn = new Date(Math.floor(at.getTime() / dayMs) * dayMs)
  const toOn = addDays(fromOn, 7)
  const endsBefore = addDays(fromOn, waiversEndSoonDays)
  const [rules, policy, objects, counted] = await Promise.all([
    listAttention(db, { scope, at }),
    getPolicy(db, { at }),
    countExpiring(db, { scope, at, fromOn, toOn }),
    countWaived(db, { scope, at, endsBefore }),
  ])
  const waived = { ...counted, endsBefore }
  const items = attentionItems({
    rules,
    said: saidThresholds(policy),
    expiring: { objects, fromOn, toOn },
    unreadVaults: standing.not,
  })
  if (items.length === 0) return <AllClear standing={standing} waived={waived} asOf={view.asOf} />

  const findings = rules.reduce((total, rule) => total + rule.findings, 0)
  const rest = items.slice(shownAtOnce)
  return (
    <Card
      title={attentionTitle}
      note={
        <>
          <Link href={withAsOf('/findings?group=finding', view.asOf)}>
            {count(findings)} open {findings === 1 ? 'finding' : 'findings'}
          </Link>{' '}
          of{' '}
          <Link href={withAsOf('/findings?group=rule', view.asOf)}>
            {rules.length} {rules.length === 1 ? 'rule' : 'rules'}
          </Link>
          , the most severe first
        </>
      }
      href={withAsOf('/findings', view.asOf)}
      hrefLabel="All findings"
      flush
    >
      <Items items={items.slice(0, shownAtOnce)} asOf={view.asOf} />
      {rest.length > 0 ? (
        <details className="border-t border-line">
          <summary className="link px-4 py-2.5 text-table">And {rest.length} more</summary>
          <Items items={rest} asOf={view.asOf} />
        </details>
      ) : null}
      <Waived waived={waived} asOf={view.asOf} className="border-t border-line px-4 py-2.5" />
    </Card>
  )
}

function Items({ items, asOf }: { items: readonly AttentionItem[]; asOf: string | null }) {
  return (
    <ol className="border-t border-line">
      {items.map((item) => (
        <li key={item.key} className="border-b border-line last:border-b-0">
          <Link
            href={withAsOf(item.href, asOf)}
            look="plain"
            className="group grid grid-cols-[84px_minmax(0,1fr)] items-baseline gap-x-3 px-4 py-2 hover:bg-sunken focus-visible:outline-offset-[-2px] sm:grid-cols-[84px_minmax(0,1fr)_auto]"
          >
            <span>
              {isSeverity(item.tone) ? <SeverityBadge severity={item.tone} /> : <StatusBadge status="unknown" />}
            </span>
            <span className="font-medium group-hover:text-accent">{item.sentence}</span>
            {item.aside ? <span className="col-start-2 text-table text-faint sm:col-start-3">{item.aside}</span> : null}
          </Link>
        </li>
      ))}
    </ol>
  )
}

/** Quiet, because somebody has looked at it: but never out of sight. */
function Waived({ waived, asOf, className }: { waived: Waivers; asOf: string | null; className: string }) {
  const { findings, ending, endsBefore } = waived
  if (findings === 0) return null
  return (
    <p className={`flex items-baseline gap-1.5 text-table text-soft ${className}`}>
      <WaivedShape />
      <span>
        <Link href={withAsOf('/findings?status=waived&group=finding', asOf)}>
          {count(findings)} {findings === 1 ? 'finding is' : 'findings are'} waived
        </Link>
        {ending > 0 ? (
          <>
            ;{' '}
            <Link href={waiversHref(waiversEnding(endsBefore), asOf)}>
              {count(ending)} {ending === 1 ? 'waiver ends' : 'waivers end'} within {dayCount(waiversEndSoonDays)}
            </Link>
          </>
        ) : null}
        .
      </span>
    </p>
  )
}

type AllClearProps = { standing: Standing; waived: Waivers; asOf: string | null }

function AllClear({ standing, waived, asOf }: AllClearProps) {
  const { read, vaults, capturedAt } = standing
  return (
    <Card title={attentionTitle}>
      <EmptyState title="All clear">
        Checked at {utcInstant(capturedAt)}: nothing fails{waived.findings > 0 ? ' that is not waived' : ''} and nothing
        expires in the next 7 days, in {count(read)} of {count(vaults)} {vaults === 1 ? 'vault' : 'vaults'} that were
        read.
      </EmptyState>
      <Waived waived={waived} asOf={asOf} className="justify-center pb-2" />
    </Card>
  )
}
