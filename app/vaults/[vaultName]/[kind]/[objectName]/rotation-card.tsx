// If this object is rotated: who follows by itself, and who breaks?
import type { View } from '#app/view.ts'
import { CallerCell } from '#app/callers/caller-cells.tsx'
import { type Column, DataTable } from '#components/table/data-table.tsx'
import { Card } from '#components/ui/card.tsx'
import { Time } from '#components/ui/time.tsx'
import { UnknownMark } from '#components/ui/unknown-mark.tsx'
import { addDays, dayCount } from '#lib/format/date.ts'
import { count } from '#lib/format/number.ts'
import { readWindowDays } from '#lib/queries/findings/last-read.ts'
import type { ObjectDetail } from '#lib/queries/objects/get-object.ts'
import { daysOf, partsOf, readersOf, thresholdsOf, versionsOf } from './asked-once.ts'
import { FollowingBadge } from './following-badge.tsx'
import { aDay, type LogCover, logCover } from './log-words.ts'
import { type Follower, followersOf, rotationVerdict } from './rotation-words.ts'
import { UncoveredLine } from './uncovered-line.tsx'

const most = 25
const mostAddresses = 3

export async function RotationCard({ view, object }: { view: View; object: ObjectDetail }) {
  const { objectId, vaultId, kind } = object
  const [readers, days, versions, parts, { oldVersionGraceDays }] = await Promise.all([
    readersOf(view, objectId),
    daysOf(view, objectId),
    versionsOf(view, objectId),
    partsOf(view, vaultId),
    thresholdsOf(view, objectId),
  ])
  const cover = logCover(
    days,
    parts.find(({ part }) => part === 'access-log'),
  )
  const made = versions.flatMap(({ version, createdAt }) => (version === null ? [] : [{ version, createdAt }]))
  const since = addDays(view.at, -readWindowDays)
  const followers = followersOf(readers, made, { since, graceDays: oldVersionGraceDays })
  const { notKnown, text } = rotationVerdict(followers, cover)
  const rest = followers.length - most
  return (
    <Card
      title={`If you rotate this ${kind}`}
      note={`Who must follow, told from the versions the log shows each of them being given. A version that was replaced may be read for ${dayCount(oldVersionGraceDays)} of grace.`}
      flush
    >
      <div className="space-y-2 px-4 pb-3">
        <p className="font-medium">{notKnown ? <UnknownMark word={notKnown}>{text}</UnknownMark> : text}</p>
        {cover.heard > 0 ? <UncoveredLine cover={cover} /> : null}
        {kind === 'certificate' && followers.length > 0 ? (
          <p className="text-table text-soft">Reads of its secret and uses of its key count as reads of it.</p>
        ) : null}
      </div>
      {followers.length > 0 ? (
        <DataTable
          caption={`Who must follow when ${object.name} is rotated`}
          columns={columnsFor(view, cover)}
          rows={followers.slice(0, most)}
          rowKey={({ identity }) => identity}
        />
      ) : null}
      {rest > 0 ? (
        <p className="border-t border-line px-4 py-2.5 text-table text-soft">
          {count(rest)} more, all of them below under Readers. Shown are those who need a hand first.
        </p>
      ) : null}
    </Card>
  )
}

const columnsFor = ({ at, asOf }: View, cover: LogCover): Column<Follower>[] => [
  { key: 'who', header: 'Who', width: 'sm:min-w-44', cell: (caller) => <CallerCell caller={caller} asOf={asOf} /> },
  {
    key: 'how',
    header: 'What it does',
    width: 'sm:min-w-52',
    cell: ({ following }) => <FollowingBadge following={following} />,
  },
  {
    key: 'last',
    header: 'Last read',
    cell: ({ lastReadAt }) => (lastReadAt ? <Time at={lastReadAt} now={at} /> : null),
  },
  { key: 'rate', header: 'Reads a day', align: 'right', cell: ({ reads }) => aDay(reads, cover) },
  { key: 'from', header: 'From', cell: ({ addresses }) => <Addresses addresses={addresses} /> },
]

function Addresses({ addresses }: { addresses: readonly string[] }) {
  const rest = addresses.length - mostAddresses
  if (addresses.length === 0) return <span className="text-faint">not told</span>
  return (
    <span className="font-mono text-xs" title={rest > 0 ? addresses.slice(0, 50).join(', ') : undefined}>
      {addresses.slice(0, mostAddresses).join(', ')}
      {rest > 0 ? <span className="font-sans text-faint"> and {count(rest)} more</span> : null}
    </span>
  )
}
