// The manual of one rule, made from the rule itself, and how the estate stands under it.
import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { PageHeader } from '#app/_shell/page-header.tsx'
import { Shell } from '#app/_shell/shell.tsx'
import { withAsOf } from '#app/_shell/with-as-of.ts'
import { defaultSearch, findingsHref, withFilter } from '#app/findings/search.ts'
import { openView } from '#app/view.ts'
import { ButtonLink } from '#components/ui/button.tsx'
import { CardSlot } from '#components/ui/card-slot.tsx'
import { ruleById } from '../rule-by-id.ts'
import { EvidenceCard } from './evidence-card.tsx'
import { FixCard } from './fix-card.tsx'
import { StandingCard } from './standing-card.tsx'
import { WhyCard } from './why-card.tsx'
import { WorstCard } from './worst-card.tsx'

type RulePageProps = PageProps<'/rules/[ruleId]'>

export async function generateMetadata({ params }: RulePageProps): Promise<Metadata> {
  return { title: ruleById((await params).ruleId)?.title ?? 'Rule' }
}

export default async function RulePage({ params, searchParams }: RulePageProps) {
  const view = await openView(searchParams)
  const rule = ruleById((await params).ruleId)
  if (!rule) notFound()
  return (
    <Shell view={view} current="rules">
      <PageHeader
        view={view}
        title={rule.title}
        lede={`When it fails: ${rule.failing.charAt(0).toLowerCase()}${rule.failing.slice(1)}.`}
        actions={
          <>
            <ButtonLink look="main" href={findingsHref(withFilter(defaultSearch, { rules: [rule.id] }), view.asOf)}>
              Show what fails
            </ButtonLink>
            <ButtonLink href={withAsOf('/rules', view.asOf)}>All rules</ButtonLink>
          </>
        }
      />
      <div className="grid grid-cols-1 items-start gap-4 xl:grid-cols-[minmax(0,1fr)_400px]">
        <div className="grid min-w-0 grid-cols-1 gap-4">
          <CardSlot title="How the estate stands" height="high">
            <StandingCard view={view} rule={rule} />
          </CardSlot>
          <FixCard rule={rule} />
        </div>
        <div className="grid min-w-0 grid-cols-1 gap-4">
          <WhyCard rule={rule} />
          <CardSlot title="How it is judged">
            <EvidenceCard view={view} rule={rule} />
          </CardSlot>
        </div>
        <div className="min-w-0 xl:col-span-2">
          <CardSlot title="Failing longest" height="high">
            <WorstCard view={view} rule={rule} />
          </CardSlot>
        </div>
      </div>
    </Shell>
  )
}
