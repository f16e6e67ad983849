// The audit log, one entry a row.
import type { View } from '#app/view.ts'
import { type Column, DataTable } from '#components/table/data-table.tsx'
import { Breakable } from '#components/ui/breakable.tsx'
import { Link } from '#components/ui/link.tsx'
import { Time } from '#components/ui/time.tsx'
import type { AuditRow } from '#lib/queries/audit/audit-rows.ts'
import { EventDetail } from './event-detail.tsx'
import { type AuditSearch, auditHref, withAudit } from './search.ts'
import { subjectHref } from './subject-href.ts'
import { eventText } from './words.ts'

type AuditTableProps = { view: View; search: AuditSearch; rows: readonly AuditRow[] }

export function AuditTable({ view, search, rows }: AuditTableProps) {
  return (
    <DataTable
      caption="What was done in Kempt"
      columns={columnsFor(view, search)}
      rows={rows}
      rowKey={({ id }) => id}
      sorting={{
        key: 'at',
        direction: search.direction,
        descendingFirst: ['at'],
        hrefFor: (_, direction) => auditHref({ ...search, direction, page: 1 }, view.asOf),
      }}
    />
  )
}

const columnsFor = ({ asOf }: View, search: AuditSearch): Column<AuditRow>[] => [
  { key: 'at', header: 'When', sortable: true, cell: ({ at }) => <Time at={at} /> },
  {
    key: 'person',
    header: 'Person',
    width: 'sm:min-w-48',
    cell: ({ actor }) => (
      <Link
        href={auditHref(withAudit(search, { person: actor }), asOf)}
        look="plain"
        title={`Only what ${actor} did`}
        className="hover:underline"
      >
        <bdi>
          <Breakable text={actor} />
        </bdi>
      </Link>
    ),
  },
  {
    key: 'what',
    header: 'What',
    width: 'sm:min-w-52',
    cell: (row) => <span className="font-medium">{eventText(row)}</span>,
  },
  {
    key: 'subject',
    header: 'Subject',
    width: 'sm:min-w-56',
    cell: (row) => <SubjectCell row={row} asOf={asOf} />,
  },
  { key: 'detail', header: 'Details', width: 'sm:min-w-40', cell: (row) => <EventDetail row={row} /> },
]

function SubjectCell({ row, asOf }: { row: AuditRow; asOf: string | null }) {
  if (!row.subject) {
    return (
      <span className="text-faint">
        <span aria-hidden="true">–</span>
        <span className="sr-only">nothing in particular</span>
      </span>
    )
  }
  const href = subjectHref(row, asOf)
  const text = (
    <bdi>
      <Breakable text={readable(row.subject)} />
    </bdi>
  )
  return href ? <Link href={href}>{text}</Link> : text
}

/** An address as a browser shows it; what is no proper one stays as it is. */
function readable(subject: string): string {
  try {
    return subject.startsWith('/') ? decodeURIComponent(subject.replaceAll('+', ' ')) : subject
  } catch {
    return subject
  }
}
