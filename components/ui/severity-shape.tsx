'use client'
// The shape that goes with a severity wherever it appears: readable in grey, on paper and without red or green.
import type { Severity } from '#lib/domain/severity.ts'

const shapes: Record<Severity, { path: string; fill: string }> = {
  critical: { path: 'M5 0 10 5 5 10 0 5Z', fill: 'fill-critical' },
  high: { path: 'M5 .6 9.8 9.4H.2Z', fill: 'fill-high' },
  medium: { path: 'M5 1a4 4 0 1 1 0 8 4 4 0 0 1 0-8Z', fill: 'fill-medium' },
  low: { path: 'M.5 3.6h9v2.8h-9Z', fill: 'fill-low' },
}

/** Diamond, triangle, circle, dash: critical to low. Always beside the word. */
export function SeverityShape({ severity }: { severity: Severity }) {
  const shape = shapes[severity]
  return (
    <svg width="10" height="10" viewBox="0 0 10 10" aria-hidden="true" className={`shrink-0 ${shape.fill}`}>
      <path d={shape.path} />
    </svg>
  )
}
