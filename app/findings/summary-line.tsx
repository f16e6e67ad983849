// The head of At risk: how many rows each severity has, each a way to narrow to it and back.
import { Link } from '#components/ui/link.tsx'
import { severityWord } from '#components/ui/severity-badge.tsx'
import { SeverityShape } from '#components/ui/severity-shape.tsx'
import { UnknownSwatch } from '#components/ui/unknown-mark.tsx'
import { severities } from '#lib/domain/severity.ts'
import { count } from '#lib/format/number.ts'
import type { FindingCount } from '#lib/queries/findings/count-findings.ts'
import { WaivedShape } from '../waivers/waiver-badges.tsx'
import { type FindingsSearch, findingsHref, withFilter } from './search.ts'

const shape = 'inline-flex h-8 items-center gap-2 rounded-md border px-3 text-table'
const quiet = 'border-line bg-surface text-soft hover:border-line-strong hover:text-ink'
const chosen = 'border-line-strong bg-accent-soft font-medium text-ink'

export function SummaryLine({
  counts,
  search,
  asOf,
}: {
  counts: FindingCount
  search: FindingsSearch
  asOf: string | null
}) {
  const { severities: wanted, status } = search.filter
  return (
    <nav aria-label="Rows by severity" className="flex flex-wrap items-center gap-2">
      {severities.map((severity) => {
        const isOnly = wanted.length === 1 && wanted[0] === severity
        return (
          <Link
            key={severity}
            href={findingsHref(withFilter(search, { severities: isOnly ? [] : [severity] }), asOf)}
            look="plain"
            scroll={false}
            aria-current={isOnly ? 'true' : undefined}
            className={`${shape} ${isOnly ? chosen : quiet}`}
          >
            <SeverityShape severity={severity} />
            {severityWord[severity]}
            <span className="font-semibold text-ink">{count(counts.bySeverity[severity])}</span>
          </Link>
        )
      })}
      {status === 'fail' && counts.waivedSubjects > 0 ? (
        <Link
          href={findingsHref(withFilter(search, { status: 'waived' }), asOf)}
          look="plain"
          scroll={false}
          className={`${shape} ${quiet}`}
        >
          <WaivedShape />
          <span>
            <span className="font-semibold text-ink">{count(counts.waivedSubjects)}</span> waived
          </span>
        </Link>
      ) : null}
      {status === 'fail' && counts.unknownSubjects > 0 ? (
        <Link
          href={findingsHref(withFilter(search, { status: 'unknown' }), asOf)}
          look="plain"
          scroll={false}
          className={`${shape} border-line bg-surface text-unknown-ink hover:border-line-strong`}
        >
          <UnknownSwatch />
          <span>
            <span className="font-semibold">{count(counts.unknownSubjects)}</span> could not be judged
          </span>
        </Link>
      ) : null}
    </nav>
  )
}
