// The policy: thresholds for the whole organization, and overrides for parts of it.
import { z } from 'zod'
import { defaultThresholds, someThresholdsSchema, type Thresholds, thresholdsSchema, withSome } from './thresholds.ts'
import { normalizeOwner } from './owner.ts'
import { type Tags, tagValue } from './tags.ts'

const names = z.array(z.string().trim().min(1).max(300)).max(50).default([])

/** Which subjects an override is for. An empty field narrows nothing; of a field's names one has to match, and all fields have to. */
const selectorSchema = z.object({
  environments: names,
  /** Ids or names. */
  subscriptions: names,
  vaults: names,
  owners: names,
  /** On the object or its vault; any value when `value` is null. */
  tags: z
    .array(z.object({ name: z.string().trim().min(1).max(512), value: z.string().max(512).nullable() }))
    .max(20)
    .default([]),
})

export type Selector = z.infer<typeof selectorSchema>

const overrideSchema = z.object({
  selector: selectorSchema,
  thresholds: someThresholdsSchema,
  /** Why this part is judged differently. */
  reason: z.string().trim().max(500).default(''),
})

export type Override = z.infer<typeof overrideSchema>

export const policySchema = z.object({
  thresholds: thresholdsSchema.default(defaultThresholds),
  /** From the first to the last: for each threshold the first override that matches and names it decides. */
  overrides: z.array(overrideSchema).max(100).default([]),
})

export type Policy = z.infer<typeof policySchema>

export const defaultPolicy: Policy = policySchema.parse({})

/** What a selector can ask of a subject. */
export type PolicySubject = {
  vaultName: string
  subscriptionId: string
  subscriptionName: string
  environment: string | null
  /** Of the object, or of the vault where the object names nobody. */
  owner: string | null
  vaultTags: Tags
  /** Null when the subject is the vault itself. */
  objectTags: Tags | null
}

/** The thresholds one subject is judged by. */
export function thresholdsFor({ thresholds, overrides }: Policy, subject: PolicySubject): Thresholds {
  const matching = overrides.filter(({ selector }) => selects(selector, subject))
  // The first one wins, so it is laid over the others last.
  return matching.reduceRight((result, override) => withSome(result, override.thresholds), thresholds)
}

/** Whether a selector is for this subject. Names are compared without case, as Azure does. */
export function selects(selector: Selector, subject: PolicySubject): boolean {
  const { environments, subscriptions, vaults, owners, tags } = selector
  return (
    anyOf(environments, subject.environment) &&
    anyOf(subscriptions, subject.subscriptionId, subject.subscriptionName) &&
    anyOf(vaults, subject.vaultName) &&
    anyOf(owners.map(normalizeOwner), subject.owner) &&
    (tags.length === 0 || tags.some((tag) => hasTag(tag, subject)))
  )
}

const anyOf = (wanted: readonly string[], ...said: (string | null)[]) =>
  wanted.length === 0 || wanted.some((name) => said.some((word) => word?.toLowerCase() === name.toLowerCase()))

function hasTag({ name, value }: Selector['tags'][number], { vaultTags, objectTags }: PolicySubject): boolean {
  const found = [objectTags ?? {}, vaultTags].map((tags) => tagValue(tags, [name]))
  return value === null
    ? found.some((said) => said !== null)
    : found.some((said) => said?.toLowerCase() === value.toLowerCase())
}
