// The filters of Audit in force, as words, each with the address of the same view without it.
import { either } from '#app/_search/place-chips.ts'
import { auditActions } from '#lib/domain/audit-action.ts'
import { isoDate } from '#lib/format/date.ts'
import type { AuditFilter } from '#lib/queries/audit/audit-filter.ts'
import { type AuditSearch, auditHref, withAudit } from './search.ts'
import { actionWords } from './words.ts'

export function auditChips(search: AuditSearch, asOf: string | null): { label: string; clearHref: string }[] {
  const { actions, person, text, from, to } = search.filter
  const chip = (label: string, cleared: Partial<AuditFilter>) => ({
    label,
    clearHref: auditHref(withAudit(search, cleared), asOf),
  })
  const words = auditActions
    .filter((action) => actions.includes(action))
    .map((action) => actionWords[action].toLowerCase())
  return [
    words.length > 0 && chip(`Done: ${either(words)}`, { actions: [] }),
    person !== null && chip(`Person: ${person}`, { person: null }),
    text !== null && chip(`About “${text}”`, { text: null }),
    from !== null && chip(`From ${isoDate(from)}`, { from: null }),
    to !== null && chip(`Until ${isoDate(to)}`, { to: null }),
  ].filter((one) => one !== false)
}
