// A policy to read: of a past day, on which nothing can be changed any more.
import { Card } from '#components/ui/card.tsx'
import type { Policy } from '#lib/domain/policy.ts'
import { ThresholdRows } from './threshold-rows.tsx'
import { overrideText } from './words.ts'

export function PolicyInForce({ policy, asOf }: { policy: Policy; asOf: string | null }) {
  const { thresholds, overrides } = policy
  return (
    <div className="grid min-w-0 grid-cols-1 gap-4">
      <Card title="Thresholds" note="As they were on that day." flush>
        <ThresholdRows values={thresholds} inForce={thresholds} asOf={asOf} editable={false} />
      </Card>
      <Card title="Overrides" flush>
        {overrides.length > 0 ? (
          <ol>
            {overrides.map((override, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: an override is what stands at its place
              <li key={index} className="border-t border-line px-4 py-3 [overflow-wrap:anywhere]">
                <span className="text-faint">Override {index + 1}.</span> {overrideText(override)}
                {override.reason ? <p className="mt-0.5 text-table text-faint">{override.reason}</p> : null}
              </li>
            ))}
          </ol>
        ) : (
          <p className="border-t border-line px-4 py-3 text-table text-soft">
            None: the same thresholds held everywhere.
          </p>
        )}
      </Card>
    </div>
  )
}
