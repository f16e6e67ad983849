// If this object is rotated: who follows by itself, and who breaks?
import type { View } from '#app/view.ts'
import { AddressList } from '#app/callers/_cells/address-list.tsx'
import { lastReadColumn, whoColumn } from '#app/callers/_cells/call-columns.tsx'
import { FollowingBadge } from '#app/callers/_cells/following-badge.tsx'
import { type Column, DataTable } from '#components/table/data-table.tsx'
import { Card } from '#components/ui/card.tsx'
import { UnknownMark } from '#components/ui/unknown-mark.tsx'
import { addDays, dayCount } from '#lib/format/date.ts'
import { count } from '#lib/format/number.ts'
import { readWindowDays } from '#lib/queries/findings/last-read.ts'
import type { ObjectDetail } from '#lib/queries/objects/get-object.ts'
import { aDay, type LogCover } from '../_log/log-words.ts'
import { UncoveredLine } from '../_log/uncovered-line.tsx'
import { coverOf, readersOf, thresholdsOf, versionsOf } from '../asked-once.ts'
import { type Follower, followersOf, rotationVerdict } from './rotation-words.ts'

const most = 25

export async function RotationCard({ view, object }: { view: View; object: ObjectDetail }) {
  const { objectId, kind } = object
  const [readers, cover, versions, { oldVersionGraceDays }] = await Promise.all([
    readersOf(view, objectId),
    coverOf(view, object),
    versionsOf(view, objectId),
    thresholdsOf(view, objectId),
  ])
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
  whoColumn(asOf),
  {
    key: 'how',
    header: 'What it does',
    width: 'sm:min-w-52',
    cell: ({ following }) => <FollowingBadge following={following} />,
  },
  lastReadColumn(at),
  { key: 'rate', header: 'Reads a day', align: 'right', cell: ({ reads }) => aDay(reads, cover) },
  { key: 'from', header: 'From', cell: ({ addresses }) => <AddressList addresses={addresses} /> },
]
