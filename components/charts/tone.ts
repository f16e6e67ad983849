// How a mark on a chart is coloured: by what it means, never by its place in a list.
import type { Severity } from '#lib/domain/severity.ts'

export type MarkTone = Severity | 'ok' | 'accent' | 'quiet' | 'unknown'

// Written out, so that Tailwind finds the class names. Unknown is hatched by the chart that draws it.
export const fillOf: Record<MarkTone, string> = {
  critical: 'fill-critical',
  high: 'fill-high',
  medium: 'fill-medium',
  low: 'fill-low',
  ok: 'fill-ok',
  accent: 'fill-accent',
  quiet: 'fill-line-strong',
  unknown: 'fill-unknown',
}

export const strokeOf: Record<MarkTone, string> = {
  critical: 'stroke-critical',
  high: 'stroke-high',
  medium: 'stroke-medium',
  low: 'stroke-low',
  ok: 'stroke-ok',
  accent: 'stroke-accent',
  quiet: 'stroke-line-strong',
  unknown: 'stroke-unknown',
}
