import type { ReactNode } from 'react'
import type { Severity } from '#lib/domain/severity.ts'

export type Tone = Severity | 'ok' | 'unknown' | 'neutral' | 'accent'

// Written out, so that Tailwind finds the class names.
const tones: Record<Tone, string> = {
  critical: 'bg-critical-soft text-critical-ink',
  high: 'bg-high-soft text-high-ink',
  medium: 'bg-medium-soft text-medium-ink',
  low: 'bg-low-soft text-low-ink',
  ok: 'bg-ok-soft text-ok-ink',
  unknown: 'bg-unknown-soft text-unknown-ink',
  neutral: 'bg-sunken text-soft',
  accent: 'bg-accent-soft text-accent',
}

/** A word on a quiet ground. `shape` goes before the word, so that colour is never the only sign. */
export function Badge({ tone = 'neutral', shape, children }: { tone?: Tone; shape?: ReactNode; children: ReactNode }) {
  return (
    <span
      className={`inline-flex h-5 items-center gap-1.5 rounded-sm px-1.5 text-xs font-medium whitespace-nowrap ${tones[tone]}`}
    >
      {shape}
      {children}
    </span>
  )
}
