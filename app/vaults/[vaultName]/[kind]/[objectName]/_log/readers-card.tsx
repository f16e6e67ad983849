// Who reads this object, how often, and who asks for it more often than it needs to?
import type { View } from '#app/view.ts'
import { lastReadColumn, whoColumn } from '#app/callers/_cells/call-columns.tsx'
import { CountCell } from '#app/callers/_cells/count-cells.tsx'
import { type Column, DataTable } from '#components/table/data-table.tsx'
import { TableFoot } from '#components/table/table-foot.tsx'
import { Badge } from '#components/ui/badge.tsx'
import { Card } from '#components/ui/card.tsx'
import { SeverityShape } from '#components/ui/severity-shape.tsx'
import { VersionIds } from '#components/ui/version-id.tsx'
import { count } from '#lib/format/number.ts'
import type { ObjectDetail } from '#lib/queries/objects/get-object.ts'
import type { ObjectReader } from '#lib/queries/objects/list-object-readers.ts'
import { objectPartHref } from '../../../../search.ts'
import { coverOf, readersOf, thresholdsOf } from '../asked-once.ts'
import { aDay, coveredSpan, type LogCover } from './log-words.ts'
import { UncoveredLine } from './uncovered-line.tsx'

const most = 100
const mostVersions = 2

export async function ReadersCard({ view, object }: { view: View; object: ObjectDetail }) {
  const { objectId, kind, name } = object
  const [readers, cover, { readsPerCacheWindow }] = await Promise.all([
    readersOf(view, objectId),
    coverOf(view, object),
    thresholdsOf(view, objectId),
  ])
  const exportHref = (format: string) => objectPartHref(object, `readers/export.${format}`, view.asOf)
  const busiest = readers.length > most ? ` The ${most} busiest of ${count(readers.length)}; all are in the file.` : ''
  const windows =
    kind === 'key'
      ? ''
      : ` Windows of eight hours begin at 00, 08 and 16 UTC; needless is what keeping the secret for that long would have saved, from each address.`
  return (
    <Card
      title="Readers"
      note={
        readers.length > 0 && cover.heard > 0
          ? `Who read it, or tried to, ${coveredSpan(cover)}.${windows}${busiest}`
          : null
      }
      flush={readers.length > 0}
    >
      <UncoveredLine cover={cover} className={readers.length > 0 ? 'px-4 pb-3' : 'not-last:mb-2'} />
      {readers.length > 0 ? (
        <>
          <DataTable
            caption={`Identities that read ${name}`}
            columns={columnsFor(view, { cover, kind, readsPerCacheWindow })}
            rows={readers.slice(0, most)}
            rowKey={({ identity }) => identity}
            tall
          />
          <TableFoot exportHref={exportHref} />
        </>
      ) : cover.heard > 0 ? (
        <p className="text-table text-soft">Nobody read it, or tried to, {coveredSpan(cover)}.</p>
      ) : null}
    </Card>
  )
}

type Asked = { cover: LogCover; kind: ObjectDetail['kind']; readsPerCacheWindow: number }

function columnsFor({ at, asOf }: View, { cover, kind, readsPerCacheWindow }: Asked): Column<ObjectReader>[] {
  const caching: Column<ObjectReader>[] = [
    {
      key: 'busiest',
      header: `Most in 8 hours (of ${readsPerCacheWindow})`,
      align: 'right',
      cell: ({ busiest }) => <Busiest reads={busiest} limit={readsPerCacheWindow} />,
    },
    {
      key: 'needless',
      header: 'Needless',
      align: 'right',
      cell: ({ needless }) => (needless === null ? <NotKept /> : <CountCell value={needless} />),
    },
  ]
  return [
    whoColumn(asOf),
    { key: 'reads', header: 'Reads', align: 'right', cell: ({ reads }) => <Reads reads={reads} cover={cover} /> },
    lastReadColumn(at),
    {
      key: 'versions',
      header: 'Versions',
      width: 'sm:whitespace-nowrap',
      cell: (reader) => <Versions reader={reader} />,
    },
    ...(kind === 'key' ? [] : caching),
    { key: 'denied', header: 'Refused', align: 'right', cell: ({ denied }) => <CountCell value={denied} /> },
    { key: 'throttled', header: 'Throttled', align: 'right', cell: ({ throttled }) => <CountCell value={throttled} /> },
  ]
}

function Reads({ reads, cover }: { reads: number; cover: LogCover }) {
  const each = reads > 0 ? aDay(reads, cover) : null
  return (
    <>
      <CountCell value={reads} />
      {each ? <div className="text-faint">{each} a day</div> : null}
    </>
  )
}

const NotKept = () => <span className="text-faint">not kept</span>

/** More than the policy allows stands out, in a shape too. */
function Busiest({ reads, limit }: { reads: number | null; limit: number }) {
  if (reads === null) return <NotKept />
  if (reads <= limit) return count(reads)
  return (
    <Badge tone="medium" shape={<SeverityShape severity="medium" />}>
      {count(reads)}
    </Badge>
  )
}

/** Those it was given over all of the log that is remembered, the latest read first. */
function Versions({ reader: { versions } }: { reader: ObjectReader }) {
  if (versions.length === 0) return <span className="text-faint">none</span>
  const named = versions.flatMap(({ version }) => (version ? [version] : []))
  const isNamed = named.length === versions.length
  return (
    <>
      <VersionIds versions={named} most={mostVersions} />
      {isNamed ? null : <span className="text-faint">{named.length > 0 ? ', not named' : 'not named'}</span>}
    </>
  )
}
