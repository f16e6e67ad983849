// The head of every page: its question, what its figures rest on, and the way to another day.
import { type ReactNode, Suspense } from 'react'
import type { View } from '#app/view.ts'
import { AsOfPicker } from './as-of-picker.tsx'
import { StandingFailed } from './standing-failed.tsx'
import { standingOf } from './standing-of.ts'
import { StandingLine } from './standing-line.tsx'

type PageHeaderProps = {
  view: View
  title: string
  /** One sentence under the title: what the page answers, and for whom. */
  lede?: ReactNode
  /** Links and buttons of the page (export, back). */
  actions?: ReactNode
}

export function PageHeader({ view, title, lede, actions }: PageHeaderProps) {
  return (
    <header className="mb-5">
      <div className="flex flex-wrap items-start justify-between gap-x-6 gap-y-3">
        <div className="min-w-0">
          {/* On paper nothing else says whose view this is. */}
          <p className="hidden text-table text-faint print:block">Kempt, {whoseView(view)}</p>
          <h1 className="text-xl font-semibold tracking-tight [overflow-wrap:anywhere]">
            <bdi>{title}</bdi>
          </h1>
          {lede ? <p className="mt-0.5 max-w-3xl text-soft">{lede}</p> : null}
        </div>
        {actions ? <div className="flex flex-wrap items-center gap-2 print:hidden">{actions}</div> : null}
      </div>
      <div className="mt-3 min-h-8">
        <StandingFailed>
          <Suspense fallback={<p className="text-table leading-8 text-faint">Reading what this rests on</p>}>
            <Standing view={view} />
          </Suspense>
        </StandingFailed>
      </div>
    </header>
  )
}

const whoseView = ({ scope, person }: View) =>
  scope.kind === 'owned'
    ? `what names ${person.name || person.mail}, or a group of theirs, as owner`
    : 'the whole estate'

async function Standing({ view }: { view: View }) {
  const standing = await standingOf(view)
  return (
    <div className="flex flex-wrap items-center justify-between gap-x-6 gap-y-2">
      <StandingLine view={view} standing={standing} />
      <AsOfPicker view={view} firstCapturedAt={standing?.firstCapturedAt ?? null} />
    </div>
  )
}
