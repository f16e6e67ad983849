// Explains thresholds that cannot all be met, and parts of a policy that decide nothing. It warns; nothing is forbidden.
import { areApart, covers, isEmptySelector } from './compare-selectors.ts'
import type { Override, Policy } from './policy.ts'
import { namedIn, sameValue } from './policy-changes.ts'
import { contradictionsIn } from './threshold-contradictions.ts'
import { type ThresholdName, type Thresholds, withSome } from './thresholds.ts'

export type PolicyProblem = {
  /** `impossible`: whoever obeys one threshold fails another. `pointless`: something in it never decides anything. */
  severity: 'impossible' | 'pointless'
  /** One sentence, with the numbers in it. */
  sentence: string
  thresholds: readonly ThresholdName[]
  /** The override it is about, counted from 0; null for the thresholds of the organization. */
  override: number | null
}

/** Problems of the organization's thresholds, then those of each override in turn. */
export function lintPolicy(policy: Policy): PolicyProblem[] {
  const { thresholds, overrides } = policy
  return [
    ...contradictionsIn(thresholds).map((found) => ({ ...found, override: null })),
    ...overrides.flatMap((_, index) =>
      [...idleParts(policy, index), ...contradictionsOf(policy, index)].map((found) => ({ ...found, override: index })),
    ),
  ]
}

type Found = Omit<PolicyProblem, 'override'>

/** What of an override never decides anything. */
function idleParts({ thresholds, overrides }: Policy, index: number): Found[] {
  const override = overrides[index]
  if (!override) return []
  const names = namedIn(override.thresholds)
  if (names.length === 0) return [pointless('It names no threshold, so it changes nothing.', [])]
  if (isEmptySelector(override.selector)) {
    return [pointless('It is for everything: change the thresholds of the organization instead.', names)]
  }
  const earlier = overrides.slice(0, index)
  const shadows = names.map((name) => earlier.findIndex((one) => decidesBefore(one, override, name)))
  const found = [...new Set(shadows)].filter((shadow) => shadow >= 0).map((shadow) => shadowed(names, shadows, shadow))
  const later = overrides.slice(index + 1)
  const same = names.filter(
    (name, place) =>
      shadows[place] === -1 &&
      sameValue(override.thresholds[name], thresholds[name]) &&
      !later.some((one) => wouldDecide(one, override, name)),
  )
  if (same.length === names.length) {
    found.push(pointless('All that it sets is what holds without it, so it changes nothing.', same))
  } else if (same.length > 0) {
    const words = `${same.length} ${same.length === 1 ? 'has' : 'have'} the value that holds without it`
    found.push(pointless(`Of the ${names.length} thresholds it sets, ${words}.`, same))
  }
  return found
}

function shadowed(names: readonly ThresholdName[], shadows: readonly number[], shadow: number): Found {
  const idle = names.filter((_, place) => shadows[place] === shadow)
  const what =
    idle.length === names.length
      ? 'It never decides'
      : `${idle.length} of its thresholds never ${idle.length === 1 ? 'decides' : 'decide'}`
  return pointless(`${what}: override ${shadow + 1} comes first, and is for all that this one is for.`, idle)
}

const pointless = (sentence: string, thresholds: readonly ThresholdName[]): Found => ({
  severity: 'pointless',
  sentence,
  thresholds,
})

const decidesBefore = (earlier: Override, override: Override, name: ThresholdName) =>
  earlier.thresholds[name] !== undefined && covers(earlier.selector, override.selector)

/** Whether a later override would set another value for some subject of this one, if this one were not there. */
const wouldDecide = (later: Override, override: Override, name: ThresholdName) =>
  later.thresholds[name] !== undefined &&
  !sameValue(later.thresholds[name], override.thresholds[name]) &&
  !areApart(later.selector, override.selector)

/** Contradictions among the thresholds as an override combines them, alone and where an earlier one matches as well. */
function contradictionsOf(policy: Policy, index: number): Found[] {
  const { thresholds, overrides } = policy
  const override = overrides[index]
  if (!override) return []
  const told = new Set<string>()
  const tell = (of: Thresholds) => {
    for (const { sentence } of contradictionsIn(of)) told.add(sentence)
  }
  // What the organization's thresholds or an override that covers this one contradict by themselves is told there.
  tell(thresholds)
  for (const [place, other] of overrides.entries()) {
    if (place !== index && covers(other.selector, override.selector)) tell(combined(policy, [place]))
  }
  const news = (of: Thresholds, prefix = '') =>
    contradictionsIn(of).flatMap((found) => {
      if (told.has(found.sentence)) return []
      told.add(found.sentence)
      return [{ ...found, sentence: prefix ? `${prefix}${lowerFirst(found.sentence)}` : found.sentence }]
    })
  const alone = news(combined(policy, [index]))
  const together = overrides.slice(0, index).flatMap((earlier, place) => {
    const certain = covers(earlier.selector, override.selector) || covers(override.selector, earlier.selector)
    if (certain || areApart(earlier.selector, override.selector)) return []
    tell(combined(policy, [place]))
    return news(combined(policy, [place, index]), `Where override ${place + 1} matches as well, `)
  })
  return [...alone, ...together]
}

/** The thresholds of a subject that these overrides match, and with them every other that covers one of them. */
function combined({ thresholds, overrides }: Policy, matching: readonly number[]): Thresholds {
  const applying = overrides.filter(
    (one, place) =>
      matching.includes(place) ||
      matching.some((index) => {
        const inner = overrides[index]
        return inner !== undefined && covers(one.selector, inner.selector)
      }),
  )
  return applying.reduceRight((result, { thresholds: said }) => withSome(result, said), thresholds)
}

const lowerFirst = (text: string) => `${text.charAt(0).toLowerCase()}${text.slice(1)}`
