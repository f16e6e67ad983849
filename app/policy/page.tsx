// By which numbers are we judged, who set them, and what would others do?
import type { Metadata, Route } from 'next'
import { redirect } from 'next/navigation'
import { PageHeader } from '#app/_shell/page-header.tsx'
import { Shell } from '#app/_shell/shell.tsx'
import { openView } from '#app/view.ts'
import { Card } from '#components/ui/card.tsx'
import { CardSlot } from '#components/ui/card-slot.tsx'
import { Link } from '#components/ui/link.tsx'
import { lintPolicy } from '#lib/domain/lint-policy.ts'
import { defaultPolicy } from '#lib/domain/policy.ts'
import { policyChanges, thresholdsOfChanges } from '#lib/domain/policy-changes.ts'
import { utcInstant } from '#lib/format/date.ts'
import { listPolicyVersions } from '#lib/queries/policy/list-policy-versions.ts'
import { listSelectorChoices } from '#lib/queries/policy/list-selector-choices.ts'
import { DraftCard } from './draft-card.tsx'
import { DraftForm } from './draft-form.tsx'
import { HistoryCard } from './history-card.tsx'
import { PolicyInForce } from './policy-in-force.tsx'
import { PreviewCard } from './preview-card.tsx'
import { ProblemList } from './problem-list.tsx'
import { type Base, draftHref, isTidy, readDraft } from './search.ts'

export const metadata: Metadata = { title: 'Policy' }

export default async function PolicyPage({ searchParams }: PageProps<'/policy'>) {
  const view = await openView(searchParams)
  const params = await searchParams
  const { db, scope, at, asOf } = view
  const [versions, choices] = await Promise.all([
    listPolicyVersions(db, { at }),
    asOf ? null : listSelectorChoices(db, scope, { at }),
  ])
  const [latest] = versions
  const inForce: Base = latest ?? { id: null, policy: defaultPolicy }
  // What was is not drafted on: a past day shows its policy.
  const draft = readDraft(asOf ? {} : params, versions, inForce)
  const href = draftHref(draft)
  if (!asOf && draft.problems.length === 0 && !isTidy(params, href)) redirect(href as Route)
  const changes = policyChanges(inForce.policy, draft.policy)
  return (
    <Shell view={view} current="policy">
      <PageHeader
        view={view}
        title="Policy"
        lede="The numbers that rules judge by, who set them, and what others would do before they are saved."
      />
      <div className="grid grid-cols-1 gap-4">
        {draft.problems.length > 0 ? (
          <div role="alert" className="rounded-lg border border-line bg-medium-soft px-4 py-3 text-medium-ink">
            <p className="font-medium">Not everything in the address made sense.</p>
            <ul className="mt-1 list-disc pl-5 text-table">
              {draft.problems.map((problem) => (
                <li key={problem}>{problem}</li>
              ))}
            </ul>
          </div>
        ) : null}
        {latest && !latest.firstJudgedAt ? (
          <p className="rounded-lg border border-line bg-accent-soft px-4 py-3">
            {latest.createdBy} saved this policy on {utcInstant(latest.createdAt)}. It is in force from the next
            snapshot; until then every verdict is by the one before. <Link href="/snapshots">Go to Snapshots</Link>
          </p>
        ) : null}
        {changes.length > 0 ? (
          <>
            <DraftCard view={view} draft={draft} inForce={inForce} latest={latest} changes={changes} />
            {thresholdsOfChanges(changes).length > 0 ? (
              <CardSlot title="What it would do" height="high">
                <PreviewCard view={view} draft={draft} inForce={inForce} />
              </CardSlot>
            ) : null}
            <noscript>
              {/* A card that is read by itself needs a script to take its place. */}
              <a href={draftHref(draft, '/policy/preview.csv')} className="link text-table" download>
                What it would do, as a file
              </a>
            </noscript>
          </>
        ) : null}
        <div className="grid grid-cols-1 items-start gap-4 xl:grid-cols-[minmax(0,1fr)_380px]">
          {choices ? (
            <DraftForm draft={draft} inForce={inForce} choices={choices} />
          ) : (
            <PolicyInForce policy={inForce.policy} asOf={asOf} />
          )}
          <div className="grid min-w-0 grid-cols-1 gap-4">
            {changes.length === 0 ? (
              <Card title="Whether it can be met">
                <ProblemList problems={lintPolicy(inForce.policy)} />
              </Card>
            ) : null}
            <HistoryCard versions={versions} />
          </div>
        </div>
      </div>
    </Shell>
  )
}
