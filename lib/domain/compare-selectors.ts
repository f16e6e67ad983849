// How two selectors of the policy stand to each other, as far as their words alone decide it.
import type { Selector } from './policy.ts'

/** The fields of which a subject has one value each. */
const plainFields = ['environments', 'subscriptions', 'vaults', 'owners'] as const

const lower = (names: readonly string[]) => names.map((name) => name.toLowerCase())

export const isEmptySelector = (selector: Selector): boolean =>
  selector.tags.length === 0 && plainFields.every((field) => selector[field].length === 0)

/** True when every subject of `inner` is surely one of `outer`. False may also mean that nobody can tell. */
export function covers(outer: Selector, inner: Selector): boolean {
  const plainly = plainFields.every((field) => {
    const [wide, narrow] = [lower(outer[field]), lower(inner[field])]
    return wide.length === 0 || (narrow.length > 0 && narrow.every((name) => wide.includes(name)))
  })
  if (!plainly) return false
  if (outer.tags.length === 0) return true
  return inner.tags.length > 0 && inner.tags.every((narrow) => outer.tags.some((wide) => tagCovers(wide, narrow)))
}

/** True when no subject can be in both. False may also mean that nobody can tell: one owner may have any vault. */
export function areApart(one: Selector, other: Selector): boolean {
  // A subscription may be meant by its id in one and by its name in the other, so different words prove nothing there.
  return plainFields.some((field) => {
    if (field === 'subscriptions') return false
    const [these, those] = [lower(one[field]), lower(other[field])]
    return these.length > 0 && those.length > 0 && !these.some((name) => those.includes(name))
  })
}

/** Text that is the same for selectors that mean the same: names have no case and no order. */
export function selectorKey(selector: Selector): string {
  const tags = selector.tags.map(({ name, value }) => `${name}=${value ?? ''}`)
  return JSON.stringify([...plainFields.map((field) => selector[field]), tags].map((names) => lower(names).sort()))
}

type Tag = Selector['tags'][number]

const tagCovers = (wide: Tag, narrow: Tag) =>
  wide.name.toLowerCase() === narrow.name.toLowerCase() &&
  (wide.value === null || wide.value.toLowerCase() === narrow.value?.toLowerCase())
