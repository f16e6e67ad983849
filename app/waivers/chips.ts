// The filters of Waivers in force, as words, each with the address of the same view without it.
import { none } from '#lib/queries/findings/finding-filter.ts'
import { isoDate } from '#lib/format/date.ts'
import type { WaiverFilter } from '#lib/queries/waivers/waiver-filter.ts'
import { ruleById } from '../rules/rule-by-id.ts'
import { type WaiversSearch, waiversHref, withWaiverFilter } from './search.ts'
import { kindWords } from './words.ts'

const either = new Intl.ListFormat('en-GB', { type: 'disjunction' })

export function waiverChips(search: WaiversSearch, asOf: string | null): { label: string; clearHref: string }[] {
  const { filter } = search
  const chip = (label: string, cleared: Partial<WaiverFilter>) => ({
    label,
    clearHref: waiversHref(withWaiverFilter(search, cleared), asOf),
  })
  return [
    filter.text !== null && chip(`Holds “${filter.text}”`, { text: null }),
    filter.endsBefore !== null && chip(`Ends before ${isoDate(filter.endsBefore)}`, { endsBefore: null }),
    filter.fails && chip('What it is about fails', { fails: false }),
    filter.batch !== null && chip('Asked for together', { batch: null }),
    filter.rules.length > 0 &&
      chip(`Rule: ${either.format(filter.rules.map((id) => ruleById(id)?.failing ?? id))}`, { rules: [] }),
    filter.kinds.length > 0 &&
      chip(`Kind: ${either.format(filter.kinds.map((kind) => kindWords[kind].toLowerCase()))}`, { kinds: [] }),
    filter.vault !== null && chip(`Vault: ${filter.vault}`, { vault: null }),
    filter.owner !== null && chip(filter.owner === none ? 'No owner' : `Owner: ${filter.owner}`, { owner: null }),
  ].filter((one) => one !== false)
}
