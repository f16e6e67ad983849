// Which rules take most of what this vault is missing from a posture of 100%.
import { withAsOf } from '#app/_shell/with-as-of.ts'
import { defaultSearch, findingsHref, withFilter } from '#app/findings/search.ts'
import { Link } from '#components/ui/link.tsx'
import { severityWord } from '#components/ui/severity-badge.tsx'
import { SeverityShape } from '#components/ui/severity-shape.tsx'
import type { PosturePart } from '#lib/domain/posture.ts'
import { count } from '#lib/format/number.ts'
import type { VaultRule } from '#lib/queries/vaults/list-vault-rules.ts'

const mostShown = 5

/** In points of a hundred. A rule that costs something never reads as if it cost nothing. */
const pointsLost = (lost: number) => (lost < 0.0005 ? '<\u00a00.1' : (lost * 100).toFixed(1))

type CostliestRulesProps = {
  rules: readonly (VaultRule & PosturePart)[]
  vault: string
  asOf: string | null
}

export function CostliestRules({ rules, vault, asOf }: CostliestRulesProps) {
  const costly = rules
    .flatMap(({ lost, ...rule }) => (lost ? [{ ...rule, lost }] : []))
    .sort((one, other) => other.lost - one.lost)
  if (costly.length === 0) return null
  return (
    <div className="mt-4 text-table">
      <h3 className="text-faint">
        {costly.length > mostShown
          ? `What costs it most, in points: ${mostShown} of ${count(costly.length)} rules that fail`
          : 'What costs it, in points'}
      </h3>
      <ul className="mt-1 space-y-1.5">
        {costly.slice(0, mostShown).map(({ ruleId, failing, severity, lost, pass, fail }) => (
          <li key={ruleId} className="grid grid-cols-[36px_12px_minmax(0,1fr)_auto] items-baseline gap-x-2">
            <span className="text-right font-medium">{pointsLost(lost)}</span>
            <SeverityShape severity={severity} />
            <span>
              <span className="sr-only">{severityWord[severity]}: </span>
              <Link href={withAsOf(`/rules/${ruleId}`, asOf)} look="row">
                {failing}
              </Link>
            </span>
            <span className="whitespace-nowrap text-soft">
              <Link href={findingsHref(withFilter(defaultSearch, { vault, rules: [ruleId] }), asOf)}>
                {count(fail)}
              </Link>{' '}
              of {count(pass + fail)} fail
            </span>
          </li>
        ))}
      </ul>
    </div>
  )
}
