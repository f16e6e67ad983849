// Real progress: done of total, in words beside the bar.
import { count } from '#lib/format/number.ts'
import { Drawing } from '../charts/drawing.tsx'

/** `label` names the work; the words under it say "212 of 430 vaults". A total of 0 means: not counted yet. */
export function ProgressBar({
  label,
  done,
  total,
  unit,
}: {
  label: string
  done: number
  total: number
  unit: string
}) {
  const share = total > 0 ? Math.min(1, done / total) : 0
  return (
    <div>
      <div className="flex items-baseline justify-between gap-3 text-table">
        <span className="text-soft">{label}</span>
        <span>{total > 0 ? `${count(done)} of ${count(total)} ${unit}` : 'not counted yet'}</span>
      </div>
      <div
        role="progressbar"
        aria-label={label}
        aria-valuemin={0}
        aria-valuemax={Math.max(total, 1)}
        aria-valuenow={done}
        className="mt-1.5"
      >
        <Drawing>
          <svg width="100%" height="6" aria-hidden="true" className="block overflow-hidden rounded-full">
            <rect width="100%" height="6" className="fill-line" />
            <rect width={`${share * 100}%`} height="6" className="fill-accent" />
          </svg>
        </Drawing>
      </div>
    </div>
  )
}
