// What else may have opened or closed a finding between the two snapshots: not the estate, but who judged it.
import { withAsOf } from '#app/_shell/with-as-of.ts'
import { Link } from '#components/ui/link.tsx'
import type { OtherJudging } from '#lib/queries/changes/get-other-judging.ts'

type JudgingNoteProps = { judging: OtherJudging; asOf: string | null }

export function JudgingNote({ judging: { added, retired, policyChanged }, asOf }: JudgingNoteProps) {
  if (added.length === 0 && retired.length === 0 && !policyChanged) return null
  return (
    <div className="space-y-1 rounded-md border border-line bg-surface px-4 py-2.5 text-table text-soft">
      {added.length > 0 ? (
        <p>
          {added.length === 1 ? '1 rule was' : `${added.length} rules were`} added in between. What{' '}
          {added.length === 1 ? 'it finds' : 'they find'} is not newly failing, and is left out:{' '}
          <RuleLinks rules={added} asOf={asOf} />.
        </p>
      ) : null}
      {retired.length > 0 ? (
        <p>
          {retired.length === 1 ? '1 rule was' : `${retired.length} rules were`} retired in between. What{' '}
          {retired.length === 1 ? 'it' : 'they'} had found is not fixed, and is left out:{' '}
          {retired.map(({ failing }) => failing).join(', ')}.
        </p>
      ) : null}
      {policyChanged ? (
        <p>
          The <Link href={withAsOf('/policy', asOf)}>policy</Link> was changed in between: a finding may be new or fixed
          because a threshold moved.
        </p>
      ) : null}
    </div>
  )
}

function RuleLinks({ rules, asOf }: { rules: OtherJudging['added']; asOf: string | null }) {
  return rules.map(({ ruleId, failing }, place) => (
    <span key={ruleId}>
      {place > 0 ? ', ' : ''}
      <Link href={withAsOf(`/rules/${ruleId}`, asOf)}>{failing}</Link>
    </span>
  ))
}
