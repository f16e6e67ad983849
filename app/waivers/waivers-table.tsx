// Waivers, one a row, with what may be done about each.
import { oneOf } from '#app/_search/params.ts'
import { withAsOf } from '#app/_shell/with-as-of.ts'
import { defaultSearch, findingsHref } from '#app/findings/search.ts'
import { KindMark, OwnerCell } from '#app/findings/subject-cells.tsx'
import { kindWords as subjectWords } from '#app/findings/words.ts'
import type { View } from '#app/view.ts'
import { type Column, DataTable } from '#components/table/data-table.tsx'
import { Link } from '#components/ui/link.tsx'
import { severityWord } from '#components/ui/severity-badge.tsx'
import { SeverityShape } from '#components/ui/severity-shape.tsx'
import { Time } from '#components/ui/time.tsx'
import { waiverSorts } from '#lib/queries/waivers/waiver-filter.ts'
import type { WaiverRow } from '#lib/queries/waivers/waiver-rows.ts'
import { type WaiversSearch, waiversHref } from './search.ts'
import { EndsCell, StateCell } from './waiver-cells.tsx'
import { kindWords } from './words.ts'

type WaiversTableProps = { view: View; search: WaiversSearch; rows: readonly WaiverRow[] }

export function WaiversTable({ view, search, rows }: WaiversTableProps) {
  return (
    <DataTable
      caption="Waivers"
      columns={columnsFor(view, search)}
      rows={rows}
      rowKey={({ id }) => id}
      sorting={{
        key: search.order.sort,
        direction: search.order.direction,
        descendingFirst: ['asked'],
        hrefFor: (key, direction) =>
          waiversHref(
            { ...search, order: { sort: oneOf(key, waiverSorts) ?? 'state', direction }, page: 1 },
            view.asOf,
          ),
      }}
    />
  )
}

const columnsFor = (view: View, search: WaiversSearch): Column<WaiverRow>[] => [
  {
    key: 'subject',
    header: 'Subject',
    sortable: true,
    width: 'sm:min-w-52',
    cell: (row) => <SubjectCell row={row} asOf={view.asOf} />,
  },
  {
    key: 'rule',
    header: 'Rule',
    sortable: true,
    width: 'sm:min-w-40',
    cell: ({ ruleId, failing, severity }) => (
      <span className="inline-flex items-baseline gap-1.5">
        <SeverityShape severity={severity} />
        <span>
          <span className="sr-only">{severityWord[severity]}: </span>
          <Link href={withAsOf(`/rules/${ruleId}`, view.asOf)} look="plain" className="hover:underline">
            {failing}
          </Link>
        </span>
      </span>
    ),
  },
  {
    key: 'reason',
    header: 'Kind and reason',
    width: 'sm:min-w-52',
    cell: ({ kind, reason }) => (
      <>
        <div className="font-medium">{kindWords[kind]}</div>
        <div className="text-soft">{reason}</div>
      </>
    ),
  },
  {
    key: 'asked',
    header: 'Asked and decided',
    sortable: true,
    cell: ({ askedAt, askedBy, decidedAt, decidedBy, approved }) => (
      <div className="space-y-1 sm:w-44">
        <When word="Asked" at={askedAt} by={askedBy} />
        {decidedAt ? <When word={approved ? 'Approved' : 'Declined'} at={decidedAt} by={decidedBy} /> : null}
      </div>
    ),
  },
  { key: 'ends', header: 'Last day', sortable: true, cell: (row) => <EndsCell row={row} at={view.at} /> },
  {
    key: 'state',
    header: 'State',
    sortable: true,
    width: 'sm:min-w-44',
    cell: (row) => <StateCell row={row} view={view} search={search} />,
  },
]

function SubjectCell({ row, asOf }: { row: WaiverRow; asOf: string | null }) {
  const { key, subjectKind, name, vaultName, owner, standing } = row
  return (
    <div className="flex items-start gap-2">
      <KindMark kind={subjectKind} />
      <div className="min-w-0">
        <span className="sr-only">{subjectWords[subjectKind]} </span>
        {standing ? (
          <Link href={findingsHref({ ...defaultSearch, row: key }, asOf)} look="row">
            {name}
          </Link>
        ) : (
          <span className="font-medium">{name}</span>
        )}
        <div className="text-faint">
          {subjectKind === 'vault' ? 'vault' : `in ${vaultName}`}
          {standing ? '' : ', gone'}
        </div>
        {standing ? (
          <div className="truncate text-faint sm:w-44" title={owner ?? undefined}>
            <OwnerCell owner={owner} />
          </div>
        ) : null}
      </div>
    </div>
  )
}

function When({ at, by, word }: { at: Date; by: string | null; word: string }) {
  return (
    <div>
      {word} <Time at={at} to="day" /> by
      <div className="truncate text-faint" title={by ?? undefined}>
        {by}
      </div>
    </div>
  )
}
