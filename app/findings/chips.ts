// The filters in force as words, each with the address of the same view without it.
import { severityWord } from '#components/ui/severity-badge.tsx'
import { anybody, type FindingFilter, everyFinding, none } from '#lib/queries/findings/finding-filter.ts'
import { ruleById } from '../rules/rule-by-id.ts'
import { dateText, type FindingsSearch, findingsHref, tagText, withFilter } from './search.ts'
import { ageText, expiryText, kindWords, readWords } from './words.ts'

const either = new Intl.ListFormat('en-GB', { type: 'disjunction' })

/** `subscriptionName` puts a name to an id, when it knows one. */
export function findingChips(
  search: FindingsSearch,
  { asOf, subscriptionName }: { asOf: string | null; subscriptionName: (idOrName: string) => string },
): { label: string; clearHref: string }[] {
  const { filter } = search
  const chip = (label: string, cleared: Partial<FindingFilter>) => ({
    label,
    clearHref: findingsHref(withFilter(search, cleared), asOf),
  })
  const lower = (text: string) => text.toLowerCase()
  return [
    filter.text !== null && chip(`Name holds “${filter.text}”`, { text: null }),
    filter.rules.length > 0 &&
      chip(`Rule: ${either.format(filter.rules.map((id) => ruleById(id)?.failing ?? id))}`, { rules: [] }),
    filter.severities.length > 0 &&
      chip(`Severity: ${either.format(filter.severities.map((one) => lower(severityWord[one])))}`, { severities: [] }),
    filter.areas.length > 0 && chip(`Area: ${either.format(filter.areas.map(lower))}`, { areas: [] }),
    filter.kinds.length > 0 &&
      chip(`Kind: ${either.format(filter.kinds.map((kind) => lower(kindWords[kind])))}`, { kinds: [] }),
    filter.owner !== null && chip(ownerText(filter.owner), { owner: null }),
    filter.environments.length > 0 &&
      chip(`Environment: ${either.format(filter.environments.map((one) => (one === none ? 'none named' : one)))}`, {
        environments: [],
      }),
    filter.subscriptions.length > 0 &&
      chip(`Subscription: ${either.format(filter.subscriptions.map(subscriptionName))}`, { subscriptions: [] }),
    filter.vault !== null && chip(`Vault: ${filter.vault}`, { vault: null }),
    filter.enabled !== null && chip(filter.enabled ? 'Enabled' : 'Disabled', { enabled: null }),
    filter.tag !== null && chip(`Tag: ${tagText(filter.tag)}`, { tag: null }),
    filter.read !== null && chip(readWords[filter.read], { read: null }),
    filter.expires !== null &&
      chip(`Expires ${expiryText({ from: dateText(filter.expires.from), to: dateText(filter.expires.to) })}`, {
        expires: null,
      }),
    filter.age !== null && chip(`Last rotated ${ageText(filter.age)} ago`, { age: null }),
  ].filter((one) => one !== false)
}

const ownerText = (owner: string) =>
  owner === none ? 'No owner' : owner === anybody ? 'With an owner' : `Owner: ${owner}`

/** The same view without any filter; which of failing and unknown is looked at is not one. */
export const withoutFilters = (search: FindingsSearch): FindingsSearch =>
  withFilter(search, { ...everyFinding, status: search.filter.status })
