// Does a caller move along when an object is rotated? Told from the versions the log says it was given.

/** Reads of one version by one caller, over all of the log that is remembered. */
export type VersionReads = {
  /** '' when the log names none. */
  version: string
  firstReadAt: Date
  lastReadAt: Date
}

export type MadeVersion = { version: string; createdAt: Date }

/**
 * - `pinned`: it names an older version, and has to be changed by hand. `versions` are those it names, the latest read first.
 * - `follows`: it read one version, and after a rotation only the newer one; or the log shows it naming none.
 * - `current`: it read the current version and no other. It follows, unless it is that version which it names: no rotation
 *   has shown that yet.
 * - `waiting`: it read an older version only, last before the days of grace were over.
 * - `unknown`: which of the versions it read is the current one is not known.
 */
export type Following = { how: 'pinned' | 'follows' | 'current' | 'waiting' | 'unknown'; versions: readonly string[] }

const dayMs = 86_400_000

/**
 * The one rule. Whoever names no version is always given the current one. So a read of an older version names it when it
 * came after the days of grace since a newer one was made (before, it may have been the old configuration of somebody who
 * has moved since), or after the same caller had already read a newer one. Reads before `since` show only that somebody
 * moved. Versions made in the same second are equally current.
 */
export function followingOf(
  reads: readonly VersionReads[],
  made: readonly MadeVersion[],
  { since, graceDays }: { since: Date; graceDays: number },
): Following {
  const madeAt = new Map(made.map(({ version, createdAt }) => [version.toLowerCase(), createdAt.getTime()]))
  const instants = [...madeAt.values()].sort((one, other) => one - other)
  const newest = instants.at(-1)
  const named = reads.filter(({ version }) => version !== '')
  if (reads.length > 0 && named.length === 0) return { how: 'follows', versions: [] }

  const known = named.flatMap(({ version, firstReadAt, lastReadAt }) => {
    const createdAt = madeAt.get(version.toLowerCase())
    return createdAt === undefined ? [] : [{ version, createdAt, firstReadAt, lastReadAt }]
  })
  const pinned = known
    .filter(({ lastReadAt }) => lastReadAt >= since)
    .filter(({ createdAt, lastReadAt }) => {
      const replacedAt = instants.find((instant) => instant > createdAt)
      if (replacedAt === undefined) return false
      const pastGrace = lastReadAt.getTime() > replacedAt + graceDays * dayMs
      return pastGrace || known.some((newer) => newer.createdAt > createdAt && newer.firstReadAt < lastReadAt)
    })
    .sort((one, other) => other.lastReadAt.getTime() - one.lastReadAt.getTime())
  if (pinned.length > 0) return { how: 'pinned', versions: pinned.map(({ version }) => version) }

  const ofNewest = known.filter(({ createdAt }) => createdAt === newest)
  const lately = named.filter(({ lastReadAt }) => lastReadAt >= since)
  // What is read and not listed was made since the lists were read, or lies beyond them: it may be older or newer.
  if (lately.length > known.filter(({ lastReadAt }) => lastReadAt >= since).length || newest === undefined)
    return { how: 'unknown', versions: [] }
  if (ofNewest.length === 0) return { how: 'waiting', versions: known.map(({ version }) => version) }
  return { how: known.length > ofNewest.length ? 'follows' : 'current', versions: [] }
}
