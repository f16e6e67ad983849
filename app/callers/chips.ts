// The filters of Callers in force, as words, each with the address of the same view without it.
import { either } from '#app/_search/place-chips.ts'
import type { CallerFilter } from '#lib/queries/callers/caller-filter.ts'
import { type CallersSearch, callersHref, withCallerFilter } from './search.ts'
import { callerKindWords, habitWords } from './words.ts'

const lower = (text: string) => text.toLowerCase()

export function callerChips(search: CallersSearch, asOf: string | null): { label: string; clearHref: string }[] {
  const { filter } = search
  const chip = (label: string, cleared: Partial<CallerFilter>) => ({
    label,
    clearHref: callersHref(withCallerFilter(search, cleared), asOf),
  })
  return [
    filter.text !== null && chip(`Name or identity holds “${filter.text}”`, { text: null }),
    filter.kinds.length > 0 &&
      chip(`Kind: ${either(filter.kinds.map((kind) => callerKindWords[kind]))}`, { kinds: [] }),
    filter.vault !== null && chip(`Calls to vaults named “${filter.vault}”`, { vault: null }),
    filter.habits.length > 0 &&
      chip(`Only: ${either(filter.habits.map((habit) => lower(habitWords[habit])))}`, { habits: [] }),
  ].filter((one) => one !== false)
}
