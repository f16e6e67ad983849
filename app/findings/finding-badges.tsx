// The findings of one row, a badge each: the severity as shape and colour, heard as a word, and the rule's failing words;
// of a waived one the day until which it is.
import { Badge } from '#components/ui/badge.tsx'
import { severityWord } from '#components/ui/severity-badge.tsx'
import { SeverityShape } from '#components/ui/severity-shape.tsx'
import { UnknownSwatch } from '#components/ui/unknown-mark.tsx'
import { isoDate } from '#lib/format/date.ts'
import type { ShownFinding } from '#lib/queries/findings/finding-rows.ts'
import { WaivedShape } from '../waivers/waiver-badges.tsx'

// On a phone the words are longer than the line: there a badge grows instead of running out of it.
const growing =
  '[&>span]:h-auto [&>span]:min-h-5 [&>span]:max-w-full [&>span]:items-baseline [&>span]:py-0.5 [&>span]:whitespace-normal'

export function FindingBadges({ findings }: { findings: readonly ShownFinding[] }) {
  if (findings.length === 0) return <span className="text-faint">nothing found</span>
  return (
    <ul className="space-y-1">
      {findings.map(({ ruleId, failing, severity, status, because, waivedUntil }) => (
        <li key={ruleId} className={growing}>
          {waivedUntil ? (
            <Badge tone="neutral" shape={<WaivedShape />}>
              <span>
                Waived until {isoDate(waivedUntil)}: {failing}
              </span>
            </Badge>
          ) : status === 'fail' ? (
            <Badge tone={severity} shape={<SeverityShape severity={severity} />}>
              <span>
                <span className="sr-only">{severityWord[severity]}: </span>
                {failing}
              </span>
            </Badge>
          ) : (
            <Badge tone="unknown" shape={<UnknownSwatch />}>
              <span>Unknown: {failing.charAt(0).toLowerCase() + failing.slice(1)}</span>
            </Badge>
          )}
          {status === 'unknown' ? <p className="mt-0.5 text-faint">{because}</p> : null}
        </li>
      ))}
    </ul>
  )
}
