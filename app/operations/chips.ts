// The filters of Operations in force, as words, each with the address of the same view without it.
import { either } from '#app/_search/place-chips.ts'
import type { OperationFilter } from '#lib/queries/operations/operation-filter.ts'
import { type OperationsSearch, operationsHref, withOperations } from './search.ts'
import { operationWords, outcomeWords } from './words.ts'

const lower = (text: string) => text.toLowerCase()

export function operationChips(
  search: OperationsSearch,
  { asOf }: { asOf: string | null },
): { label: string; clearHref: string }[] {
  const { kinds, outcomes, caller, vault, text, look } = search.filter
  const chip = (label: string, cleared: Partial<OperationFilter>) => ({
    label,
    clearHref: operationsHref(withOperations(search, cleared), asOf),
  })
  return [
    look && chip('Worth a look', { look: false }),
    text !== null && chip(`Name holds “${text}”`, { text: null }),
    kinds.length > 0 && chip(`Operation: ${either(kinds.map((kind) => lower(operationWords[kind])))}`, { kinds: [] }),
    outcomes.length > 0 &&
      chip(`Outcome: ${either(outcomes.map((outcome) => lower(outcomeWords[outcome])))}`, { outcomes: [] }),
    caller !== null && chip(`Caller: ${caller}`, { caller: null }),
    vault !== null && chip(`Vault: ${vault}`, { vault: null }),
  ].filter((one) => one !== false)
}
