// Who reads this object, how often, and who asks for it more often than it needs to?
import type { View } from '#app/view.ts'
import { CallerCell } from '#app/callers/caller-cells.tsx'
import { withAsOf } from '#app/_shell/with-as-of.ts'
import { type Column, DataTable } from '#components/table/data-table.tsx'
import { Badge } from '#components/ui/badge.tsx'
import { ButtonLink } from '#components/ui/button.tsx'
import { Card } from '#components/ui/card.tsx'
import { EmptyState } from '#components/ui/empty-state.tsx'
import { SeverityShape } from '#components/ui/severity-shape.tsx'
import { Time } from '#components/ui/time.tsx'
import { count } from '#lib/format/number.ts'
import type { ObjectDetail } from '#lib/queries/objects/get-object.ts'
import type { ObjectReader } from '#lib/queries/objects/list-object-readers.ts'
import { objectHref } from '../../../search.ts'
import { daysOf, partsOf, readersOf, thresholdsOf } from './asked-once.ts'
import { aDay, coveredSpan, type LogCover, logCover } from './log-words.ts'
import { shortId } from './rotation-words.ts'
import { UncoveredLine } from './uncovered-line.tsx'

const most = 100
const mostVersions = 3

export async function ReadersCard({ view, object }: { view: View; object: ObjectDetail }) {
  const { objectId, vaultId, kind, name } = object
  const [readers, days, parts, { readsPerCacheWindow }] = await Promise.all([
    readersOf(view, objectId),
    daysOf(view, objectId),
    partsOf(view, vaultId),
    thresholdsOf(view, objectId),
  ])
  const cover = logCover(
    days,
    parts.find(({ part }) => part === 'access-log'),
  )
  const exportHref = (format: string) => withAsOf(`${objectHref(object, null)}/readers/export.${format}`, view.asOf)
  const busiest = readers.length > most ? ` The ${most} busiest of ${count(readers.length)}; all are in the file.` : ''
  const windows =
    kind === 'key'
      ? ''
      : ` Windows of eight hours begin at 00, 08 and 16 UTC; needless is what keeping the secret for that long would have saved, from each address.`
  return (
    <Card
      title="Readers"
      note={cover.heard > 0 ? `Who read it, or tried to, ${coveredSpan(cover)}.${windows}${busiest}` : null}
      flush
    >
      {cover.heard < cover.days ? (
        <div className="px-4 pb-3">
          <UncoveredLine cover={cover} />
        </div>
      ) : null}
      {readers.length > 0 ? (
        <>
          <DataTable
            caption={`Identities that read ${name}`}
            columns={columnsFor(view, { cover, kind, readsPerCacheWindow })}
            rows={readers.slice(0, most)}
            rowKey={({ identity }) => identity}
            tall
          />
          <div className="flex gap-2 border-t border-line px-4 py-2.5 print:hidden">
            <ButtonLink file href={exportHref('csv')}>
              Export CSV
            </ButtonLink>
            <ButtonLink file href={exportHref('json')}>
              JSON
            </ButtonLink>
          </div>
        </>
      ) : cover.heard > 0 ? (
        <EmptyState title="Nobody read it">Nor did anybody try to, {coveredSpan(cover)}.</EmptyState>
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
    { key: 'needless', header: 'Needless', align: 'right', cell: ({ needless }) => countOrDash(needless) },
  ]
  return [
    { key: 'who', header: 'Who', width: 'sm:min-w-52', cell: (caller) => <CallerCell caller={caller} asOf={asOf} /> },
    { key: 'reads', header: 'Reads', align: 'right', cell: ({ reads }) => count(reads) },
    { key: 'rate', header: 'Reads a day', align: 'right', cell: ({ reads }) => aDay(reads, cover) },
    {
      key: 'last',
      header: 'Last read',
      cell: ({ lastReadAt }) =>
        lastReadAt ? <Time at={lastReadAt} now={at} /> : <span className="text-faint">never let in</span>,
    },
    { key: 'versions', header: 'Versions', cell: (reader) => <Versions reader={reader} /> },
    ...(kind === 'key' ? [] : caching),
    { key: 'denied', header: 'Denied', align: 'right', cell: ({ denied }) => countOrDash(denied) },
    { key: 'throttled', header: 'Throttled', align: 'right', cell: ({ throttled }) => countOrDash(throttled) },
  ]
}

const countOrDash = (value: number | null) =>
  value ? count(value) : <span className="text-faint">{value === null ? 'not kept' : '0'}</span>

/** More than the policy allows stands out, in a shape too. */
function Busiest({ reads, limit }: { reads: number | null; limit: number }) {
  if (reads === null) return <span className="text-faint">not kept</span>
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
  const rest = versions.length - mostVersions
  return (
    <span className="font-mono text-xs">
      {versions
        .slice(0, mostVersions)
        .map(({ version }) => (version ? shortId(version) : 'not named'))
        .join(', ')}
      {rest > 0 ? <span className="font-sans text-faint"> and {count(rest)} more</span> : null}
    </span>
  )
}
