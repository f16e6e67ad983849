// Which versions of an object may there be that Kempt did not read, and why?
import { reasonText } from '#app/snapshots/gap-words.ts'
import type { LifelineGap } from '#components/charts/place-lifeline.ts'
import { isoDate } from '#lib/format/date.ts'
import { count } from '#lib/format/number.ts'
import type { ObjectVersionRow } from '#lib/queries/objects/list-object-versions.ts'
import type { PartCoverage } from '#lib/queries/vaults/list-vault-coverage.ts'

/** So many of the newest are looked at; of an object with more, older ones are not known. */
export const mostListed = 100

export type VersionGaps = { gaps: LifelineGap[]; says: string[] }

/** `versions` come newest first; `part` is how far the versions of the vault are read, undefined where nobody asked. */
export function versionGaps(
  versions: readonly Pick<ObjectVersionRow, 'version' | 'createdAt'>[],
  part: PartCoverage | undefined,
  until: Date,
): VersionGaps {
  const [current] = versions
  const listed = versions.filter(({ version }) => version !== null)
  const [newest] = listed
  const oldest = versions.at(-1)
  if (!current || !oldest) return { gaps: [], says: [] }
  const why = part?.code && part.status !== 'read' ? ` ${reasonText(part.code)}` : ''

  if (!newest) {
    const says = `Its list of versions was never read.${why} Known are those that were seen as the current one.`
    return { gaps: [{ from: null, to: oldest.createdAt }], says: [says] }
  }
  const found: [gap: LifelineGap, says: string][] = []
  if (listed.length >= mostListed) {
    const says = `The newest ${count(mostListed)} versions are read; older ones are not known.`
    found.push([{ from: null, to: oldest.createdAt }, says])
  }
  if (newest.createdAt < current.createdAt) {
    const says = `Its list of versions was last read before the current one was made on ${isoDate(current.createdAt)}.${why} Others may lie between.`
    found.push([{ from: newest.createdAt, to: current.createdAt }, says])
  }
  if (part?.status === 'not' && part.sinceAt < until) {
    const says = `Versions not read since ${isoDate(part.sinceAt)}.${why} What is known of older ones may be out of date.`
    found.push([{ from: part.sinceAt, to: until }, says])
  }
  return { gaps: found.map(([gap]) => gap), says: found.map(([, says]) => says) }
}
