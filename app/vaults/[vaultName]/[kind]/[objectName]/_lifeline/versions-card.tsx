// Which versions are there, and which of them is anybody still reading?
import type { View } from '#app/view.ts'
import { type Column, DataTable } from '#components/table/data-table.tsx'
import { TableFoot } from '#components/table/table-foot.tsx'
import { Badge } from '#components/ui/badge.tsx'
import { Card } from '#components/ui/card.tsx'
import { StatusBadge } from '#components/ui/status-badge.tsx'
import { Time } from '#components/ui/time.tsx'
import { UnknownMark } from '#components/ui/unknown-mark.tsx'
import { VersionId } from '#components/ui/version-id.tsx'
import { isoDate } from '#lib/format/date.ts'
import { count } from '#lib/format/number.ts'
import type { ObjectDetail } from '#lib/queries/objects/get-object.ts'
import type { ObjectVersionRow } from '#lib/queries/objects/list-object-versions.ts'
import { ExpiresCell } from '#app/findings/subject-cells.tsx'
import { objectPartHref } from '../../../../search.ts'
import { coverOf, partsOf, versionsOf } from '../asked-once.ts'
import { versionGaps } from './version-gaps.ts'

export async function VersionsCard({ view, object }: { view: View; object: ObjectDetail }) {
  const { objectId, vaultId, goneAt } = object
  const [versions, parts, cover] = await Promise.all([
    versionsOf(view, objectId),
    partsOf(view, vaultId),
    coverOf(view, object),
  ])
  const part = goneAt ? undefined : parts.find((one) => one.part === 'versions')
  const { says } = versionGaps(versions, part, goneAt ?? view.at)
  const newestAt = versions[0]?.createdAt.getTime()
  return (
    <Card
      title={`${count(versions.length)} ${versions.length === 1 ? 'version' : 'versions'}`}
      note="The newest first. Reads and callers are those the log has shown, for as long as it is remembered."
      flush
    >
      {says.length > 0 ? (
        <div className="space-y-2 px-4 pb-3 text-table">
          {says.map((text) => (
            <p key={text}>
              <UnknownMark word="Not read">{text}</UnknownMark>
            </p>
          ))}
        </div>
      ) : null}
      <DataTable
        caption={`Versions of ${object.name}`}
        columns={columnsFor(view, object, cover.heard === cover.days)}
        rows={versions.map((row) => ({ ...row, isCurrent: row.createdAt.getTime() === newestAt }))}
        rowKey={({ version, createdAt }) => version ?? createdAt.getTime()}
        tall
      />
      <TableFoot exportHref={(format) => objectPartHref(object, `versions/export.${format}`, view.asOf)} />
    </Card>
  )
}

type Row = ObjectVersionRow & { isCurrent: boolean }

const columnsFor = ({ at }: View, { kind }: ObjectDetail, isCovered: boolean): Column<Row>[] => [
  {
    key: 'version',
    header: 'Version',
    cell: ({ version, isCurrent }) => (
      <span className="inline-flex items-center gap-2">
        {version ? <VersionId version={version} /> : <UnknownMark word="Id not read" />}
        {isCurrent ? <Badge tone="accent">Current</Badge> : null}
      </span>
    ),
  },
  {
    key: 'made',
    header: 'Made',
    cell: ({ createdAt }) => (
      <>
        <Time at={createdAt} to="day" />
        <div className="text-faint">
          <Time at={createdAt} now={at} />
        </div>
      </>
    ),
  },
  {
    key: 'expires',
    header: 'Expires',
    cell: ({ expiresAt, movedFromAt }) => (
      <>
        <ExpiresCell kind={kind} expiresAt={expiresAt} at={at} />
        {movedFromAt ? <div className="text-medium-ink">moved from {isoDate(movedFromAt)}</div> : null}
      </>
    ),
  },
  {
    key: 'state',
    header: 'State',
    cell: ({ enabled }) =>
      enabled ? <StatusBadge status="pass" word="Enabled" /> : <Badge tone="neutral">Disabled</Badge>,
  },
  {
    key: 'read',
    header: 'Last read',
    cell: ({ version, lastReadAt }) =>
      lastReadAt ? (
        <Time at={lastReadAt} now={at} />
      ) : version === null || !isCovered ? (
        <UnknownMark word={version === null ? 'Not known' : 'Not covered'} />
      ) : (
        <span className="text-faint">none</span>
      ),
  },
  {
    key: 'callers',
    header: 'Callers',
    align: 'right',
    // Nobody, or nobody that the log shows: which of the two is not known unless every day is covered.
    cell: ({ version, callers }) =>
      version === null || (callers === 0 && !isCovered) ? (
        <span className="text-faint">
          <span aria-hidden="true">–</span>
          <span className="sr-only">not known</span>
        </span>
      ) : (
        count(callers)
      ),
  },
]
