// How many were opened and fixed, severity by severity: each a way to narrow to them and back.
import { CountPill } from '#components/ui/count-pill.tsx'
import { severityWord } from '#components/ui/severity-badge.tsx'
import { SeverityShape } from '#components/ui/severity-shape.tsx'
import { findingEventKinds } from '#lib/queries/findings/finding-events.ts'
import type { EventCount } from '#lib/queries/findings/list-finding-events.ts'
import { type FlowSearch, flowHref, withEvents } from './search.ts'

export const whatWords = { opened: 'Opened', fixed: 'Fixed' } as const

type FlowCountsProps = { counts: readonly EventCount[]; search: FlowSearch; asOf: string | null }

export function FlowCounts({ counts, search, asOf }: FlowCountsProps) {
  const { what, severities } = search.filter
  const href = (changed: Parameters<typeof withEvents>[1]) => flowHref(withEvents(search, changed), asOf)
  return (
    <nav aria-label="Findings by what became of them" className="grid gap-2">
      {findingEventKinds.map((kind) => {
        const ofKind = counts.filter((count) => count.what === kind)
        const isKind = what === kind && severities.length === 0
        return (
          <div key={kind} className="flex flex-wrap items-center gap-2">
            <CountPill
              href={href(isKind ? { what: null } : { what: kind, severities: [] })}
              current={isKind}
              shape={null}
              word={whatWords[kind]}
              rows={ofKind.reduce((sum, { events }) => sum + events, 0)}
            />
            {ofKind.map(({ severity, events }) => {
              const isOnly = what === kind && severities.length === 1 && severities[0] === severity
              return (
                <CountPill
                  key={severity}
                  href={href(isOnly ? { what: null, severities: [] } : { what: kind, severities: [severity] })}
                  current={isOnly}
                  shape={<SeverityShape severity={severity} />}
                  word={`${whatWords[kind]}, ${severityWord[severity].toLowerCase()}`}
                  rows={events}
                />
              )
            })}
          </div>
        )
      })}
    </nav>
  )
}
