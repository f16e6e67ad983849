'use client'
// When even the standing of a page cannot be read: said in its own line.
import type { ErrorInfo } from 'next/error'
import { catchError } from '#components/ui/catch-error.ts'

function Failed(_: object, { retry }: ErrorInfo) {
  return (
    <p role="alert" className="text-table text-soft">
      What these figures rest on could not be read.{' '}
      <button type="button" onClick={() => retry()} className="link">
        Try again
      </button>
    </p>
  )
}

export const StandingFailed = catchError(Failed)
