// What moved a posture, rule by rule, the strongest first.
import { withAsOf } from '#app/_shell/with-as-of.ts'
import { Link } from '#components/ui/link.tsx'
import { count, percent } from '#lib/format/number.ts'
import { type Mover, signedPoints } from './posture-movers.ts'

const shownMovers = 5

export function Movers({ movers, asOf }: { movers: readonly Mover[]; asOf: string | null }) {
  if (movers.length === 0) return null
  return (
    <div className="mt-4 text-table">
      <h3 className="text-faint">What moved it, in points</h3>
      <ul className="mt-1 space-y-1.5">
        {movers.slice(0, shownMovers).map((mover) => (
          <li key={mover.ruleId} className="grid grid-cols-[40px_minmax(0,1fr)_auto] items-baseline gap-x-3">
            <span className="text-right font-medium">{signedPoints(mover.by)}</span>
            <Link href={withAsOf(`/rules/${mover.ruleId}`, asOf)} look="row">
              {mover.failing}
            </Link>
            <span className="whitespace-nowrap text-soft">
              {percent(mover.before)} → {percent(mover.now)} pass
              {mover.waived > 0 ? (
                <Link
                  href={withAsOf(`/findings?status=waived&rule=${mover.ruleId}`, asOf)}
                  className="block text-right text-xs"
                >
                  {count(mover.waived)} waived
                </Link>
              ) : null}
            </span>
          </li>
        ))}
      </ul>
    </div>
  )
}
