// The URL of Policy and back. A draft is in it as flat, named fields: what is not named is as in the version it was made
// from. Nonsense falls back to the present value, and is told.
import { manyIn, type SearchParams, textsIn, wholeIn } from '#app/_search/params.ts'
import type { Override, Policy, Selector } from '#lib/domain/policy.ts'
import { sameValue } from '#lib/domain/policy-changes.ts'
import {
  keyCurves,
  type SomeThresholds,
  someThresholdsSchema,
  type ThresholdName,
  thresholdNames,
} from '#lib/domain/thresholds.ts'
import { count } from '#lib/format/number.ts'
import { saidValue, thresholdLabels } from './words.ts'

export const selectorFields = {
  environment: 'environments',
  subscription: 'subscriptions',
  vault: 'vaults',
  owner: 'owners',
} as const satisfies Record<string, keyof Selector>

export type SelectorField = keyof typeof selectorFields

export const mostOverrides = 100

/** A version to draft on; its id is null while nobody has saved any and the defaults hold. */
export type Base = { id: number | null; policy: Policy }

export type DraftSearch = {
  /** The version the draft was made from. */
  base: Base
  policy: Policy
  /** One sentence for each field that made no sense. */
  problems: readonly string[]
}

/** The draft in a URL. `versions` are all there are, the newest first; a URL that names none was made from the newest. */
export function readDraft(params: SearchParams, versions: readonly Base[], newest: Base): DraftSearch {
  const base = versions.find(({ id }) => String(id) === params.from) ?? newest
  const problems: string[] = []
  const thresholds = { ...base.policy.thresholds }
  for (const name of thresholdNames) {
    const said = thresholdIn(params[name], name)
    if (said === 'nonsense') {
      problems.push(
        `${thresholdLabels[name]}: ${nonsenseText(params[name], name)} It stays at ${saidValue(name, thresholds)}.`,
      )
    } else if (said) Object.assign(thresholds, said)
  }
  const overrides = overridesIn(params, base.policy.overrides, problems)
  return { base, policy: { thresholds, overrides: pressed(params, overrides) }, problems }
}

/** The address of a draft; what is as in its base stays out of it. `path` may be that of an export. */
export function draftHref({ base, policy }: Pick<DraftSearch, 'base' | 'policy'>, path = '/policy'): string {
  const query = new URLSearchParams()
  for (const name of thresholdNames) {
    if (!sameValue(policy.thresholds[name], base.policy.thresholds[name])) append(query, name, policy.thresholds[name])
  }
  if (JSON.stringify(policy.overrides) !== JSON.stringify(base.policy.overrides)) {
    query.set('overrides', String(policy.overrides.length))
    for (const [index, override] of policy.overrides.entries()) appendOverride(query, `override.${index}.`, override)
  }
  if (query.size === 0) return path
  if (base.id !== null) query.set('from', String(base.id))
  return `${path}?${query}`
}

/** Whether an address is exactly the one that is written for a draft. A form sends every field, and buttons besides. */
export function isTidy(params: SearchParams, href: string): boolean {
  const given = Object.entries(params).flatMap(([name, value]) =>
    (Array.isArray(value) ? value : [value ?? '']).map((one) => `${name}=${one}`),
  )
  const wanted = [...new URLSearchParams(href.split('?')[1] ?? '')].map(([name, value]) => `${name}=${value}`)
  return JSON.stringify(given.sort()) === JSON.stringify(wanted.sort())
}

export const tagText = ({ name, value }: Selector['tags'][number]) => (value === null ? name : `${name}=${value}`)

type Value = SearchParams[string]

const texts = (value: Value) =>
  (Array.isArray(value) ? value : [value ?? '']).map((text) => text.trim()).filter(Boolean)

/** Undefined where nothing is said. */
function thresholdIn(value: Value, name: ThresholdName): SomeThresholds | 'nonsense' | undefined {
  const [text] = texts(value)
  if (text === undefined) return undefined
  const said = name === 'allowedCurves' ? manyIn(value) : /^\d{1,9}$/.test(text) ? Number(text) : text
  const parsed = someThresholdsSchema.safeParse({ [name]: said })
  return parsed.success ? parsed.data : 'nonsense'
}

function nonsenseText(value: Value, name: ThresholdName): string {
  const text = texts(value).join(', ').slice(0, 60)
  const limits = limitsOf(name)
  if (!limits) return `“${text}” is not among ${keyCurves.join(', ')}.`
  return `“${text}” is no whole number from ${count(limits.least)} to ${count(limits.most)}.`
}

/** Null for curves, which are no number. */
export function limitsOf(name: ThresholdName): { least: number; most: number } | null {
  if (name === 'allowedCurves') return null
  const { minValue, maxValue } = someThresholdsSchema.shape[name].unwrap()
  return { least: minValue ?? 0, most: maxValue ?? 0 }
}

function overridesIn(params: SearchParams, present: readonly Override[], problems: string[]): Override[] {
  const mentioned = Object.keys(params).flatMap((name) => /^override\.(\d{1,3})\./.exec(name)?.[1] ?? [])
  const counted = wholeIn(params.overrides, 0, mostOverrides)
  if (counted === null && mentioned.length === 0) {
    return [...present]
  }
  const indexes =
    counted === null
      ? [...new Set(mentioned.map(Number))].sort((one, other) => one - other)
      : Array.from({ length: counted }, (_, index) => index)
  if (indexes.length > mostOverrides)
    problems.push(`A policy has at most ${mostOverrides} overrides: the others are left out.`)
  return indexes.slice(0, mostOverrides).map((index, place) => overrideIn(params, index, place, problems))
}

function overrideIn(params: SearchParams, index: number, place: number, problems: string[]): Override {
  const field = (name: string) => params[`override.${index}.${name}`]
  const thresholds: SomeThresholds = {}
  for (const name of thresholdNames) {
    const said = thresholdIn(field(name), name)
    if (said === 'nonsense') {
      problems.push(
        `Override ${place + 1}, ${thresholdLabels[name]}: ${nonsenseText(field(name), name)} It is left out.`,
      )
    } else if (said) Object.assign(thresholds, said)
  }
  return {
    selector: {
      environments: textsIn(field('environment')),
      subscriptions: textsIn(field('subscription')),
      vaults: textsIn(field('vault')),
      owners: textsIn(field('owner')),
      tags: textsIn(field('tag')).slice(0, 20).flatMap(tagIn),
    },
    thresholds,
    reason: texts(field('reason'))[0]?.replaceAll('\0', '').slice(0, 500).trim() ?? '',
  }
}

function tagIn(text: string): Selector['tags'] {
  const equals = text.indexOf('=')
  if (equals < 0) return [{ name: text, value: null }]
  const name = text.slice(0, equals).trim()
  return name ? [{ name, value: text.slice(equals + 1).trim() || null }] : []
}

/** What the buttons of the form do: add an override at the end, take one away, move one up. */
function pressed({ add, remove, raise }: SearchParams, overrides: readonly Override[]): Override[] {
  const last = overrides.length - 1
  const removed = wholeIn(remove, 0, last)
  if (removed !== null) return overrides.filter((_, index) => index !== removed)
  const raised = wholeIn(raise, 1, last)
  const [above, override] = raised === null ? [] : overrides.slice(raised - 1, raised + 1)
  if (raised !== null && above && override) return overrides.toSpliced(raised - 1, 2, override, above)
  return add === 'override' && overrides.length < mostOverrides ? [...overrides, emptyOverride] : [...overrides]
}

const emptyOverride: Override = {
  selector: { environments: [], subscriptions: [], vaults: [], owners: [], tags: [] },
  thresholds: {},
  reason: '',
}

function append(query: URLSearchParams, name: string, value: SomeThresholds[ThresholdName]) {
  for (const one of Array.isArray(value) ? value : [value]) if (one !== undefined) query.append(name, String(one))
}

function appendOverride(query: URLSearchParams, prefix: string, { selector, thresholds, reason }: Override) {
  for (const [field, names] of Object.entries(selectorFields)) {
    for (const name of selector[names]) query.append(`${prefix}${field}`, name)
  }
  for (const tag of selector.tags) query.append(`${prefix}tag`, tagText(tag))
  for (const name of thresholdNames) append(query, `${prefix}${name}`, thresholds[name])
  if (reason) query.set(`${prefix}reason`, reason)
}
