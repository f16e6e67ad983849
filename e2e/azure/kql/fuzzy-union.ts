// `union isfuzzy=true` leaves out the tables that do not exist. The binder only warns of them and gives their columns no
// type, which spoils everything after the union; so such a leg is blanked out of the text before it is bound again.
import type { Finding } from './language-service.ts'
import { listed, type Syntax, walk } from './syntax.ts'

/** The query without the legs that name a missing table, positions kept; null when there is none, or nothing would be left. */
export function withoutMissingLegs(text: string, root: Syntax, findings: readonly Finding[]): string | null {
  const missing = new Set(findings.filter((finding) => finding.code === 'KS205').map((finding) => finding.start))
  const missingIn = (leg: Syntax) => [...missing].filter((start) => start >= leg.start && start < leg.end)
  const unions = [...walk(root)].filter((node) => node.kind === 'UnionOperator')
  let result = text
  // Inner unions first: a leg that is a union itself stays as long as one of its own legs does.
  for (const union of unions.reverse()) {
    const legs = listed(union, 'Expressions')
    const kept = legs.filter((leg) => missingIn(leg).length === 0)
    const first = legs[0]
    if (!first || kept.length === 0 || kept.length === legs.length) continue
    for (const start of legs.flatMap(missingIn)) missing.delete(start)
    // Everything from the first leg to the last is blank except the kept legs; one comma goes before each but the first.
    let from = first.start
    for (const leg of kept) {
      result = blanked(result, from, leg.start, leg === kept[0] ? '' : ',')
      from = leg.end
    }
    result = blanked(result, from, legs.at(-1)?.end ?? from, '')
  }
  return result === text ? null : result
}

/** Blanks a stretch, line ends kept, and puts a comma at its start. */
function blanked(text: string, from: number, to: number, comma: string): string {
  const blanks = text.slice(from, to).replaceAll(/[^\n]/g, ' ')
  return text.slice(0, from) + comma + blanks.slice(comma.length) + text.slice(to)
}
