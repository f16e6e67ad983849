'use client'
// What is shown when a whole page fails. It says so; it never shows an empty estate instead.
import { Button } from '#components/ui/button.tsx'
import { Notice } from '#components/ui/notice.tsx'

export default function PageFailed({ error, retry }: { error: Error & { digest?: string }; retry: () => void }) {
  return (
    <Notice title="This page could not be made">
      <p>
        Something failed while it was being read. Nothing you see elsewhere is affected, and nothing was changed.
        {error.digest ? (
          <>
            {' '}
            In the log this failure is <code className="font-mono text-table">{error.digest}</code>.
          </>
        ) : null}
      </p>
      <p className="mt-4">
        <Button onClick={retry}>Try again</Button>
      </p>
    </Notice>
  )
}
