'use client'
// A card that fails says so in its own place and can be tried again; the rest of the page stands.
import type { ErrorInfo } from 'next/error'
import { Button } from './button.tsx'
import { Card } from './card.tsx'
import { catchError } from './catch-error.ts'

function CardFailed({ title, className = '' }: { title: string; className?: string }, { error, retry }: ErrorInfo) {
  const digest = error instanceof Error && 'digest' in error ? String(error.digest) : null
  return (
    <Card title={title} className={className}>
      <div role="alert" className="rounded-md border border-line bg-sunken px-3 py-3 text-table text-soft">
        <p className="font-medium text-ink">This could not be read just now.</p>
        <p className="mt-1">
          It is not zero and not all clear: it is not known.
          {digest ? (
            <>
              {' '}
              In the log: <code className="font-mono">{digest}</code>.
            </>
          ) : null}
        </p>
        <div className="mt-3">
          <Button onClick={() => retry()}>Try again</Button>
        </div>
      </div>
    </Card>
  )
}

/** Wrap each card in it, around its Suspense. `title` is the card's own title. */
export const CardBoundary = catchError(CardFailed)
