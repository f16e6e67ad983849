// How is posture made, for the whole estate or a part of it: down to the rows?
import type { Metadata, Route } from 'next'
import { redirect } from 'next/navigation'
import { FoldedOnPhone } from '#app/_search/folded-on-phone.tsx'
import { hasBlanks } from '#app/_search/params.ts'
import { PageHeader } from '#app/_shell/page-header.tsx'
import { Shell } from '#app/_shell/shell.tsx'
import { NoVaultYet } from '#app/vaults/no-vault-yet.tsx'
import { openView } from '#app/view.ts'
import { ExportLinks } from '#components/table/export-links.tsx'
import { CardSlot } from '#components/ui/card-slot.tsx'
import { Card } from '#components/ui/card.tsx'
import { Chips } from '#components/ui/chip.tsx'
import { EmptyState } from '#components/ui/empty-state.tsx'
import { severities, severityWeight } from '#lib/domain/severity.ts'
import { listFindingChoices } from '#lib/queries/findings/list-finding-choices.ts'
import { getPosture } from '#lib/queries/get-posture.ts'
import { wholeEstate } from '#lib/queries/posture-filter.ts'
import { postureChips } from './chips.ts'
import { explain } from './explained-rows.ts'
import { PostureFilters } from './filters.tsx'
import { NumberCard, numberTitle } from './number-card.tsx'
import { PostureRulesTable } from './rules-table.tsx'
import { postureHref, readPostureFilter } from './search.ts'

export const metadata: Metadata = { title: 'How posture is made' }

const weights = severities.map((severity) => `${severity} ${severityWeight[severity]}`).join(', ')

export default async function PosturePage({ searchParams }: PageProps<'/posture'>) {
  const view = await openView(searchParams)
  const filter = readPostureFilter(await searchParams)
  const { db, scope, at, asOf } = view
  if (hasBlanks(await searchParams)) redirect(postureHref(filter, asOf) as Route)
  const [choices, rules] = await Promise.all([
    listFindingChoices(db, scope, { at }),
    getPosture(db, { scope, at, filter }),
  ])
  const explained = explain(rules)
  const chips = postureChips(filter, { asOf, subscriptions: choices.subscriptions })
  return (
    <Shell view={view} current={null}>
      <PageHeader
        view={view}
        title="How posture is made"
        lede={`The share of subjects that pass each rule, weighed by its severity: ${weights}. A rule counts by its weight alone, however many subjects it has.`}
        actions={<ExportLinks hrefFor={(format) => postureHref(filter, asOf, `/posture/export.${format}`)} />}
      />
      <div className="grid grid-cols-1 gap-4">
        <FoldedOnPhone inUse={chips.length}>
          <PostureFilters filter={filter} choices={choices} asOf={asOf} />
        </FoldedOnPhone>
        <Chips chips={chips} clearAllHref={postureHref(wholeEstate, asOf)} />
        <CardSlot title={numberTitle}>
          <NumberCard view={view} filter={filter} explained={explained} />
        </CardSlot>
        <Card
          title="Rule by rule"
          note="What takes away most comes first. What passes is counted, not remembered one by one; what fails, is waived or is unknown leads to its rows."
          flush
        >
          {explained.rows.length === 0 ? (
            chips.length > 0 ? (
              <EmptyState title="Nothing has been judged">Nothing that you may see is in this part.</EmptyState>
            ) : (
              <NoVaultYet view={view} />
            )
          ) : (
            <PostureRulesTable explained={explained} filter={filter} asOf={asOf} />
          )}
        </Card>
      </div>
    </Shell>
  )
}
