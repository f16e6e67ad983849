// Which list a file was of, by the address that was recorded with it.
import { places } from '#app/_shell/navigation.tsx'

/** Lists that are no page of the navigation, or a part of one. The first that matches. */
const others: readonly (readonly [path: RegExp, words: string])[] = [
  [/^\/posture$/, 'how posture is made'],
  [/^\/policy$/, 'a preview of the policy'],
  [/^\/snapshots\/log\b/, 'access logs'],
  [/^\/snapshots\/runs$/, 'the runs'],
  [/^\/snapshots\/coverage\b/, 'the coverage ledger'],
  [/^\/findings\/flow$/, 'findings opened and fixed'],
  [/^\/vaults\/[^/]+\/deleted-objects$/, 'the deleted objects of a vault'],
  [/^\/vaults\/[^/]+\/objects$/, 'the objects of a vault'],
  [/^\/vaults\/[^/]+\/readers$/, 'the readers of a vault'],
  [/^\/vaults\/[^/]+\/refused$/, 'who was refused in a vault'],
  [/^\/vaults\/[^/]+\/[^/]+\/[^/]+\/versions$/, 'the versions of an object'],
  [/^\/vaults\/[^/]+\/[^/]+\/[^/]+\/readers$/, 'the readers of an object'],
  [/^\/callers\/./, 'the reads of a caller'],
]

/** "At risk", "the readers of an object". An address of no list that is known is said as it stands. */
export function exportedPlace(address: string | null): string {
  if (!address) return 'a list'
  const path = (address.split('?')[0] ?? '').replace(/\/export\.(csv|json)$/, '')
  const other = others.find(([pattern]) => pattern.test(path))
  if (other) return other[1]
  return Object.values(places).find(({ href }) => href === path)?.word ?? path
}
