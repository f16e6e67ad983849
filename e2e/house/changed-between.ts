// What changed in a vault between two instants, as the organization itself tells it: none of Kempt's code.
import type { VaultObject } from '../azure/organization/organization.ts'

/** "rotated secret stripe-key": the change, the kind and the name, one for each row that Kempt should have. */
export function changedBetween(before: readonly VaultObject[], after: readonly VaultObject[]): string[] {
  const [was, is] = [standing(before), standing(after)]
  const said = (change: string, { kind, name }: VaultObject) => `${change} ${kind} ${name}`
  const gone = [...was].flatMap(([key, object]) => (is.has(key) ? [] : said('gone', object)))
  const others = [...is].flatMap(([key, object]) => {
    const old = was.get(key)
    const isBack = !old && before.some(({ kind, name }) => kind === object.kind && name === object.name)
    if (!old) return said(isBack ? 'recovered' : 'new', object)
    return differences(old, object).map((change) => said(change, object))
  })
  return [...gone, ...others].sort()
}

/** By kind and name; the secret and the key behind a certificate are told with it, and what is deleted does not stand. */
function standing(objects: readonly VaultObject[]): Map<string, VaultObject> {
  const own = objects.filter(
    ({ kind, managed, deletedAt }) => deletedAt === null && (kind === 'certificate' || !managed),
  )
  return new Map(own.map((object) => [`${object.kind}/${object.name.toLowerCase()}`, object]))
}

function differences(before: VaultObject, after: VaultObject): string[] {
  const [was, is] = [before.versions.at(-1), after.versions.at(-1)]
  if (!was || !is) throw new Error(`${after.name} has no version.`)
  if (was.createdAt.getTime() !== is.createdAt.getTime()) return ['rotated']
  const isLater = was.expiresAt !== null && is.expiresAt !== null && is.expiresAt > was.expiresAt
  const attributes = ({ enabled, notBeforeAt, expiresAt, contentType, tags }: typeof was) =>
    JSON.stringify([enabled, notBeforeAt, isLater ? null : expiresAt, contentType, Object.entries(tags).sort()])
  return [...(isLater ? ['extended'] : []), ...(attributes(was) === attributes(is) ? [] : ['edited'])]
}
