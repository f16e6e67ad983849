// What the colours mean, where direct labels do not fit. Severities keep their shape here too.
import { type Severity, severities } from '#lib/domain/severity.ts'
import { SeverityShape } from '../ui/severity-shape.tsx'
import { UnknownSwatch } from '../ui/unknown-mark.tsx'
import { fillOf, type MarkTone } from './tone.ts'
import { Drawing } from './drawing.tsx'

const isSeverity = (tone: MarkTone): tone is Severity => severities.some((severity) => severity === tone)

export function ToneSwatch({ tone }: { tone: MarkTone }) {
  if (tone === 'unknown') return <UnknownSwatch />
  if (isSeverity(tone)) return <SeverityShape severity={tone} />
  return (
    <Drawing>
      <svg width="10" height="10" aria-hidden="true" className={`shrink-0 ${fillOf[tone]}`}>
        <rect width="10" height="10" rx="2" />
      </svg>
    </Drawing>
  )
}

export function Legend({ entries }: { entries: readonly { tone: MarkTone; word: string }[] }) {
  return (
    <ul className="flex flex-wrap gap-x-4 gap-y-1 text-xs text-soft">
      {entries.map((entry) => (
        <li key={entry.word} className="inline-flex items-center gap-1.5">
          <ToneSwatch tone={entry.tone} />
          {entry.word}
        </li>
      ))}
    </ul>
  )
}
