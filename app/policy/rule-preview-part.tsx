// One rule under a draft: how many fail week by week, now and then, and which subjects would move.
import { TimeLine } from '#components/charts/time-line.tsx'
import { Breakable } from '#components/ui/breakable.tsx'
import { Link } from '#components/ui/link.tsx'
import { count } from '#lib/format/number.ts'
import type { RulePreview } from '#lib/preview/judgement.ts'
import type { Preview } from '#lib/preview/preview-policy.ts'

export function RulePreviewPart({ preview, points }: { preview: RulePreview; points: Preview['points'] }) {
  const { rule, newlyFailing, newlyPassing } = preview
  // Before history begins there is no gap to show.
  const first = points.findIndex(({ capturedAt }) => capturedAt !== null)
  const rows = points.map(({ at, capturedAt }, i) => {
    const point = preview.points[i]
    return { at: capturedAt ?? at, values: [point?.before.fail ?? null, point?.after.fail ?? null] }
  })
  return (
    <section aria-label={rule.failing} className="min-w-0 border-t border-line pt-4">
      <h3 className="pb-2 text-table text-soft">
        {rule.failing}: failing, week by week, by the policy in force and by the draft
      </h3>
      <TimeLine
        label={`${rule.failing}: failing each week, by the policy in force and by the draft`}
        series={[
          { name: 'In force', tone: 'quiet' },
          { name: 'Draft', tone: 'accent' },
        ]}
        rows={rows.slice(first)}
        format={count}
        whole
        height={130}
      />
      <Moved title="Newly failing" moved={newlyFailing} />
      <Moved title="No longer failing" moved={newlyPassing} />
    </section>
  )
}

function Moved({ title, moved: { total, first } }: { title: string; moved: RulePreview['newlyFailing'] }) {
  if (total === 0) return null
  return (
    <details className="mt-3">
      <summary className="link inline-block text-table">
        {title}: {count(total)}
        {first.length < total ? `, the first ${count(first.length)} of them here and all in the export` : ''}
      </summary>
      <ul
        aria-label={title}
        className="mt-2 max-h-80 space-y-1.5 overflow-y-auto rounded-md border border-line px-3 py-2 text-table"
      >
        {first.map(({ vault, object, because }) => (
          <li key={`${vault}/${object?.kind}/${object?.name}`}>
            {object ? (
              <span className="font-medium [overflow-wrap:anywhere]">
                <Breakable text={object.name} /> <span className="font-normal text-faint">{object.kind} in</span>{' '}
              </span>
            ) : null}
            <Link href={`/vaults/${vault}`}>{vault}</Link>
            <div className="text-faint">{because}</div>
          </li>
        ))}
      </ul>
    </details>
  )
}
