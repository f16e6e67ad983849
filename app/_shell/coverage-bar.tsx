// Read, partly read and not read as a bar the length of a word; the words stand beside it.
import { useId } from 'react'
import { Hatch } from '#components/charts/hatch.tsx'
import { asPercent } from '#components/charts/scale.ts'
import { Drawing } from '#components/charts/drawing.tsx'

export function CoverageBar({ read, partly, not }: { read: number; partly: number; not: number }) {
  const hatchId = useId()
  const total = Math.max(read + partly + not, 1)
  return (
    <Drawing>
      <svg width="56" height="8" aria-hidden="true" className="shrink-0 overflow-hidden rounded-[2px]">
        <Hatch id={hatchId} />
        <rect width="100%" height="8" fill={`url(#${hatchId})`} />
        <rect width={asPercent((read + partly) / total)} height="8" className="fill-medium" />
        <rect width={asPercent(read / total)} height="8" className="fill-ok" />
      </svg>
    </Drawing>
  )
}
