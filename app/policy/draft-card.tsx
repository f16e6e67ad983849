// A draft: what it changes, whether it contradicts itself, and the way to save it.
import type { View } from '#app/view.ts'
import { ButtonLink } from '#components/ui/button.tsx'
import { Card } from '#components/ui/card.tsx'
import { lintPolicy } from '#lib/domain/lint-policy.ts'
import { type PolicyChange, thresholdsOfChanges } from '#lib/domain/policy-changes.ts'
import { utcInstant } from '#lib/format/date.ts'
import type { PolicyVersion } from '#lib/queries/policy/list-policy-versions.ts'
import { maySetPolicy } from './may-set-policy.ts'
import { ProblemList } from './problem-list.tsx'
import { SaveForm } from './save-form.tsx'
import type { Base, DraftSearch } from './search.ts'
import { changeWords } from './words.ts'

type DraftCardProps = {
  view: View
  draft: DraftSearch
  inForce: Base
  latest: PolicyVersion | undefined
  changes: readonly PolicyChange[]
}

export function DraftCard({ view, draft, inForce, latest, changes }: DraftCardProps) {
  const problems = lintPolicy(draft.policy)
  const maySave = maySetPolicy(view.person)
  const isImpossible = problems.some(({ severity }) => severity === 'impossible')
  return (
    <Card title="Your draft" note="It is in the address of this page. Nothing is in force before it is saved.">
      <div className="grid grid-cols-1 gap-6 lg:grid-cols-2">
        <div className="min-w-0">
          <h3 className="pb-2 text-table text-soft">What changes</h3>
          <ul aria-label="What changes" className="space-y-1.5">
            {changeWords(changes, inForce.policy, draft.policy).map(({ what, from, to }) => (
              <li key={what} className="[overflow-wrap:anywhere]">
                {to ? (
                  <>
                    {what}: <span className="text-soft">{from}</span> <span aria-hidden="true">→</span>
                    <span className="sr-only"> to </span> <strong className="font-semibold">{to}</strong>
                  </>
                ) : (
                  what
                )}
              </li>
            ))}
          </ul>
          {draft.base.id !== inForce.id && latest ? (
            <p className="mt-3 rounded-md border border-line bg-medium-soft px-3 py-2 text-table text-medium-ink">
              {latest.createdBy} saved a policy on {utcInstant(latest.createdAt)}, after the one this draft was made
              from. The changes above are against that: saving would undo what they take back.
            </p>
          ) : null}
          {thresholdsOfChanges(changes).length === 0 ? (
            <p className="mt-3 text-table text-faint">No verdict changes by it.</p>
          ) : null}
        </div>
        <div className="min-w-0">
          <h3 className="pb-2 text-table text-soft">Whether it can be met</h3>
          <ProblemList problems={problems} />
        </div>
      </div>
      <div className="mt-5 flex flex-wrap items-end justify-between gap-4 border-t border-line pt-4">
        <div className="min-w-0 grow">
          {maySave ? null : (
            <p className="text-table text-soft">
              Only a lead can save it. Send one the address of this page: it is the same draft.
            </p>
          )}
          {maySave && isImpossible ? (
            <p className="mb-3 text-table text-high-ink">
              It can be saved as it is; whoever obeys one of these thresholds will then fail another.
            </p>
          ) : null}
          <SaveForm
            maySave={maySave}
            draft={JSON.stringify(draft.policy)}
            expectedVersionId={inForce.id === null ? '' : `${inForce.id}`}
          />
        </div>
        <ButtonLink href="/policy">Discard the draft</ButtonLink>
      </div>
    </Card>
  )
}
