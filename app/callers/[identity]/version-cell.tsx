// Would a caller follow if this object were rotated? Said from the versions that it read.
import { VersionId } from '#components/ui/version-id.tsx'
import { isoDate } from '#lib/format/date.ts'
import { count } from '#lib/format/number.ts'
import type { CallerReadRow } from '#lib/queries/callers/list-caller-reads.ts'
import { FollowingBadge } from '../_cells/following-badge.tsx'

/** The badge names the older versions that are named; where there are none, the one that was read last is told. */
export function VersionCell({ row: { following, versions } }: { row: CallerReadRow }) {
  return (
    <>
      <FollowingBadge following={following} />
      {following.versions.length > 0 ? null : <LastRead versions={versions} />}
    </>
  )
}

function LastRead({ versions }: { versions: CallerReadRow['versions'] }) {
  const [last, ...before] = versions.filter(({ version }) => version !== '')
  if (!last) return <div className="text-faint">the log names no version</div>
  return (
    <div className="text-faint">
      <VersionId version={last.version} />
      {last.createdAt ? `, made ${isoDate(last.createdAt)}` : ', not listed'}
      {before.length > 0 ? `, and ${count(before.length)} before` : ''}
    </div>
  )
}
