// What the linter has to say about a policy: what cannot all be met first, then what decides nothing.
import { Badge } from '#components/ui/badge.tsx'
import { Icon } from '#components/ui/icon.tsx'
import type { PolicyProblem } from '#lib/domain/lint-policy.ts'
import { listText, thresholdLabels } from './words.ts'

export function ProblemList({ problems }: { problems: readonly PolicyProblem[] }) {
  if (problems.length === 0) {
    return (
      <p className="flex items-center gap-2 text-table text-ok-ink">
        <Icon path="M1.5 5.4 4 8l4.5-6" size={10} strokeWidth={1.8} />
        All thresholds can be met at once, and each of them decides something.
      </p>
    )
  }
  const worstFirst = problems.toSorted((one, other) => order.indexOf(one.severity) - order.indexOf(other.severity))
  return (
    <ul className="space-y-3 text-table">
      {worstFirst.map(({ severity, sentence, thresholds, override }) => (
        <li key={`${override} ${sentence}`}>
          <div className="flex flex-wrap items-center gap-x-2 gap-y-1">
            <Badge tone={tones[severity]} shape={<Icon path={shapes[severity]} size={10} strokeWidth={1.8} />}>
              {words[severity]}
            </Badge>
            <span className="text-faint">
              {override === null ? 'Everywhere' : `Override ${override + 1}`}
              {thresholds.length > 0 ? `: ${listText(thresholds.map((name) => thresholdLabels[name]))}` : ''}
            </span>
          </div>
          <p className="mt-1">{sentence}</p>
        </li>
      ))}
    </ul>
  )
}

const order: readonly PolicyProblem['severity'][] = ['impossible', 'pointless']
const words = { impossible: 'Cannot be met', pointless: 'Decides nothing' }
const tones = { impossible: 'high', pointless: 'neutral' } as const
const shapes = { impossible: 'M2 2l6 6M8 2 2 8', pointless: 'M1.5 5h7' }
