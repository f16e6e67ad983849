import { withAsOf } from '#app/_shell/with-as-of.ts'
import { severityWord } from '#components/ui/severity-badge.tsx'
import { count } from '#lib/format/number.ts'
import { catalogue } from '#lib/rules/catalogue.ts'
import { type HitGroup, mostHits } from './hits.ts'
import { closestFirst } from './rank-name.ts'

/** The rules with a text in their id or in what they say, good or bad. */
export function matchRules(text: string, asOf: string | null): HitGroup {
  const found = closestFirst(catalogue, text, ({ id, title, failing }) => [failing, id, title])
  return {
    title: 'Rules',
    hits: found.slice(0, mostHits).map(({ id, failing, severity, area }) => ({
      href: withAsOf(`/rules/${id}`, asOf),
      name: failing,
      detail: `${area}, ${severityWord[severity].toLowerCase()}`,
    })),
    all:
      found.length > mostHits
        ? { href: withAsOf('/rules', asOf), label: `All rules, ${count(found.length)} like it` }
        : null,
  }
}
