// The id of a version in eight digits, which never break; the whole of it is in the title.
import { count } from '#lib/format/number.ts'
import { shortVersion } from '#lib/format/short-version.ts'

export function VersionId({ version }: { version: string }) {
  return (
    <span className="font-mono text-xs whitespace-nowrap" title={version}>
      {shortVersion(version)}
    </span>
  )
}

/** "9ed0ed84, e8c89bec and 2 more". */
export function VersionIds({
  versions,
  most = Number.POSITIVE_INFINITY,
}: {
  versions: readonly string[]
  most?: number
}) {
  const rest = versions.length - most
  return (
    <>
      {versions.slice(0, most).map((version, index) => (
        <span key={version}>
          {index > 0 ? ', ' : ''}
          <VersionId version={version} />
        </span>
      ))}
      {rest > 0 ? <span className="whitespace-nowrap text-faint"> and {count(rest)} more</span> : null}
    </>
  )
}
