// What a draft would do: now, and over the last 90 days had it been in force.
import { appSettings } from '#app/settings.ts'
import type { View } from '#app/view.ts'
import { ExportLinks } from '#components/table/export-links.tsx'
import { Card } from '#components/ui/card.tsx'
import { EmptyState } from '#components/ui/empty-state.tsx'
import { utcInstant } from '#lib/format/date.ts'
import { percent } from '#lib/format/number.ts'
import { previewPolicy } from '#lib/preview/preview-policy.ts'
import { PreviewTable } from './preview-table.tsx'
import { RulePreviewPart } from './rule-preview-part.tsx'
import { type Base, type DraftSearch, draftHref } from './search.ts'

export async function PreviewCard({ view, draft, inForce }: { view: View; draft: DraftSearch; inForce: Base }) {
  const { db, scope, at } = view
  const { ownerTagNames } = appSettings()
  const preview = await previewPolicy(db, scope, { at, before: inForce.policy, after: draft.policy, ownerTagNames })
  const { rules, points, posture } = preview
  const latestAt = points.at(-1)?.capturedAt
  if (rules.length === 0) {
    return (
      <Card title="What it would do">
        <EmptyState title="Nothing">No rule judges by what this draft changes.</EmptyState>
      </Card>
    )
  }
  if (!latestAt) {
    return (
      <Card title="What it would do">
        <EmptyState title="Nothing to try it on" action={{ href: '/snapshots', label: 'Go to Snapshots' }}>
          No snapshot was taken in the last seven days.
        </EmptyState>
      </Card>
    )
  }
  const said = (value: number | null) => (value === null ? 'not decided' : percent(value))
  return (
    <Card
      title="What it would do"
      note={`To the estate of ${utcInstant(latestAt)}, ${scope.kind === 'everything' ? 'all of it' : 'as far as you may see it'}; what could not be read then stays unknown, and what is waived stays waived.`}
    >
      <div className="flex flex-wrap items-end justify-between gap-4">
        <div>
          <div className="text-table text-soft">Posture over all rules</div>
          <div className="mt-0.5 text-2xl leading-8 font-semibold tracking-tight">
            {said(posture.before)} <span aria-hidden="true">→</span>
            <span className="sr-only"> to </span> {said(posture.after)}
          </div>
        </div>
        <div className="flex gap-2 print:hidden">
          <ExportLinks hrefFor={(format) => draftHref(draft, `/policy/preview.${format}`)} />
        </div>
      </div>
      <div className="-mx-4 mt-4 border-t border-line">
        <PreviewTable rules={rules} />
      </div>
      <div className={`mt-4 grid grid-cols-1 gap-x-8 gap-y-6 ${rules.length > 1 ? 'xl:grid-cols-2' : ''}`}>
        {rules.map((one) => (
          <RulePreviewPart key={one.rule.id} preview={one} points={points} />
        ))}
      </div>
    </Card>
  )
}
