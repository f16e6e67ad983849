// An attribute of an object, or a setting of a vault, that is not what it was: in the words of the product.
import { z } from 'zod'
import { dayCount, isoDate, utcInstant } from '#lib/format/date.ts'
import type { FieldChange, FieldValue } from '#lib/queries/changes/change-row.ts'

/** Something that was `before` and is `after`; with `after` null only what is to be said. */
export type ChangeLine = { label: string; before: string; after: string | null }

type Word = { label: string; say: (value: FieldValue) => string }

const day = (value: FieldValue) => (typeof value === 'string' ? isoDate(new Date(value)) : null)
const oneOf = (words: Record<string, string>) => (value: FieldValue) => words[String(value)] ?? plain(value)
const onOff = oneOf({ true: 'on', false: 'off' })

function plain(value: FieldValue): string {
  if (value === null || value === '') return 'none'
  return typeof value === 'object' ? JSON.stringify(value) : String(value)
}

const words: Record<string, Word> = {
  version: { label: 'Version of', say: (value) => day(value) ?? 'none' },
  enabled: { label: 'State', say: oneOf({ true: 'enabled', false: 'disabled' }) },
  'not-before': { label: 'Not before', say: (value) => day(value) ?? 'none' },
  expires: { label: 'Expires', say: (value) => day(value) ?? 'never' },
  'content-type': { label: 'Content type', say: plain },
  owner: { label: 'Owner', say: (value) => (value === null ? 'nobody' : plain(value)) },
  sku: { label: 'Tier', say: plain },
  accessModel: { label: 'Access', say: oneOf({ rbac: 'role-based', 'access-policy': 'access policies' }) },
  publicNetworkAccess: {
    label: 'Public network',
    say: oneOf({ enabled: 'on', disabled: 'off', 'secured-by-perimeter': 'as the perimeter allows' }),
  },
  firewallDefaultAction: {
    label: 'Firewall',
    say: oneOf({ allow: 'lets every address in', deny: 'keeps out what no rule allows' }),
  },
  trustedServicesBypass: { label: 'Trusted services', say: oneOf({ true: 'let in', false: 'not let in' }) },
  purgeProtection: { label: 'Purge protection', say: onOff },
  softDelete: { label: 'Soft delete', say: onOff },
  softDeleteRetentionDays: {
    label: 'Kept after deletion',
    say: (value) => (typeof value === 'number' ? dayCount(value) : 'not said'),
  },
}

/** Settings that are lists: what of each entry is shown. */
const lists: Record<string, { label: string; name: (entry: unknown) => string }> = {
  ipRules: { label: 'Allowed addresses', name: String },
  virtualNetworkRules: { label: 'Allowed networks', name: (entry) => lastPart(String(entry)) },
  privateEndpoints: { label: 'Private endpoints', name: endpointName },
  accessPolicies: { label: 'Access policies', name: policyName },
}

/** `expires` says the hour as well where only the hour is another. */
export function fieldLine({ field, name, before, after }: FieldChange): ChangeLine {
  if (field === 'tag') return { label: `Tag ${name ?? ''}`.trim(), before: plain(before), after: plain(after) }
  const list = lists[field]
  if (list && (Array.isArray(before) || Array.isArray(after))) {
    return { label: list.label, before: listChange(before, after, list.name), after: null }
  }
  const { label, say } = words[field] ?? { label: field, say: plain }
  const [was, is] = [say(before), say(after)]
  if (was !== is || typeof before !== 'string' || typeof after !== 'string') return { label, before: was, after: is }
  const isInstant = !Number.isNaN(Date.parse(before)) && !Number.isNaN(Date.parse(after))
  return isInstant
    ? { label, before: utcInstant(new Date(before)), after: utcInstant(new Date(after)) }
    : { label, before: was, after: is }
}

/** "added 203.0.113.0/24; removed 198.51.100.7": entries are compared as they are, shown by their names. */
function listChange(before: FieldValue, after: FieldValue, name: (entry: unknown) => string): string {
  const [was, is] = [before, after].map((value) => (Array.isArray(value) ? value : []))
  const without = (some: readonly unknown[], others: readonly unknown[]) => {
    const texts = new Set(others.map((entry) => JSON.stringify(entry)))
    return [...new Set(some.filter((entry) => !texts.has(JSON.stringify(entry))).map(name))]
  }
  const [removed, added] = [without(was ?? [], is ?? []), without(is ?? [], was ?? [])]
  const edited = added.filter((one) => removed.includes(one))
  const only = (names: readonly string[]) => names.filter((one) => !edited.includes(one))
  const said = [
    ['added', only(added)],
    ['removed', only(removed)],
    ['edited', edited],
  ] as const
  const text = said.flatMap(([verb, names]) => (names.length > 0 ? `${verb} ${names.join(', ')}` : []))
  return text.join('; ') || 'in another order'
}

const lastPart = (id: string) => id.split('/').at(-1) ?? id

function endpointName(entry: unknown): string {
  const endpoint = z.object({ id: z.string(), status: z.string() }).safeParse(entry)
  return endpoint.success ? lastPart(endpoint.data.id) : 'an endpoint'
}

function policyName(entry: unknown): string {
  const policy = z.object({ objectId: z.string() }).safeParse(entry)
  return policy.success ? policy.data.objectId : 'an entry'
}
