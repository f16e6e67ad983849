// The filters of Changes in force, as words, each with the address of the same view without it.
import { either, placeChips } from '#app/_search/place-chips.ts'
import { kindWords } from '#app/findings/words.ts'
import { ruleById } from '#app/rules/rule-by-id.ts'
import { severityWord } from '#components/ui/severity-badge.tsx'
import { type ChangeFilter, everyChange } from '#lib/queries/changes/change-filter.ts'
import { type ChangesSearch, changesHref, withChanges } from './search.ts'
import { changeWords } from './words.ts'

const lower = (text: string) => text.toLowerCase()

export function changeChips(
  search: ChangesSearch,
  { asOf, subscriptionName }: { asOf: string | null; subscriptionName: (idOrName: string) => string },
): { label: string; clearHref: string }[] {
  const { filter } = search
  const without = (cleared: Partial<ChangeFilter>) => changesHref(withChanges(search, cleared), asOf)
  const chip = (label: string, cleared: Partial<ChangeFilter>) => ({ label, clearHref: without(cleared) })
  return [
    filter.text !== null && chip(`Name holds “${filter.text}”`, { text: null }),
    filter.changes.length > 0 &&
      chip(`Change: ${either(filter.changes.map((one) => lower(changeWords[one])))}`, { changes: [] }),
    filter.kinds.length > 0 &&
      chip(`Kind: ${either(filter.kinds.map((kind) => lower(kindWords[kind])))}`, { kinds: [] }),
    filter.rules.length > 0 &&
      chip(`Rule: ${either(filter.rules.map((id) => ruleById(id)?.failing ?? id))}`, { rules: [] }),
    filter.severities.length > 0 &&
      chip(`Severity: ${either(filter.severities.map((one) => lower(severityWord[one])))}`, { severities: [] }),
    filter.vault !== null && chip(`Vault: ${filter.vault}`, { vault: null }),
    ...placeChips(filter, without, subscriptionName),
  ].filter((one) => one !== false)
}

export const withoutChangeFilters = (search: ChangesSearch): ChangesSearch => withChanges(search, everyChange)
