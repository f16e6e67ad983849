'use client'
// When it cannot be read whether a snapshot runs: said in its own line, and the page stands.
import type { ErrorInfo } from 'next/error'
import { catchError } from '#components/ui/catch-error.ts'

function Failed(_: object, { retry }: ErrorInfo) {
  return (
    <p role="alert" className="border-b border-line bg-surface px-4 py-1.5 text-table text-soft sm:px-6 print:hidden">
      Whether a snapshot runs could not be read.{' '}
      <button type="button" onClick={() => retry()} className="link">
        Try again
      </button>
    </p>
  )
}

export const RunningSnapshotFailed = catchError(Failed)
