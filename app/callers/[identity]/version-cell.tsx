// Would a caller follow if this object were rotated? Said from the versions that it read.
import { FollowingBadge } from '#app/vaults/[vaultName]/[kind]/[objectName]/following-badge.tsx'
import { isoDate } from '#lib/format/date.ts'
import type { CallerReadRow } from '#lib/queries/callers/list-caller-reads.ts'

const mostShown = 2

/** The badge names the older versions that are named; where there are none, those that were read last are told. */
export function VersionCell({ row: { following, versions } }: { row: CallerReadRow }) {
  const named = versions.filter(({ version }) => version !== '')
  return (
    <>
      <FollowingBadge following={following} />
      {following.versions.length > 0 ? null : (
        <ul className="text-faint">
          {named.slice(0, mostShown).map(({ version, createdAt }) => (
            <li key={version} title={version}>
              <span className="font-mono text-xs">{version.slice(0, 8)}</span>
              {createdAt ? `, made ${isoDate(createdAt)}` : ', not listed'}
            </li>
          ))}
          {named.length > mostShown ? <li>and {named.length - mostShown} before</li> : null}
          {named.length === 0 ? <li>the log names no version</li> : null}
        </ul>
      )}
    </>
  )
}
