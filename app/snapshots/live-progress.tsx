'use client'
// Follows a running snapshot once a second and shows the page anew when it ends. Without scripts the first reading stays.
import { useRouter } from 'next/navigation'
import { useEffect, useState } from 'react'
import { askProgress, type ProgressTrouble } from './ask-progress.ts'
import type { ProgressReport } from './progress-report.ts'
import { ProgressText } from './progress-text.tsx'

const everyMs = 1000

export function LiveProgress({ initial }: { initial: ProgressReport }) {
  const router = useRouter()
  const [report, setReport] = useState(initial)
  const [trouble, setTrouble] = useState<ProgressTrouble | null>(null)

  useEffect(() => {
    const ended = new AbortController()
    let timer: ReturnType<typeof setTimeout>
    const ask = async () => {
      const next = await askProgress(ended.signal)
      if (ended.signal.aborted) return
      setTrouble(typeof next === 'string' ? next : null)
      if (next === 'signed-out') return
      if (typeof next !== 'string') {
        setReport(next)
        if (next.state === 'idle') return router.refresh()
        if (next.state === 'interrupted') return
      }
      timer = setTimeout(ask, everyMs)
    }
    timer = setTimeout(ask, everyMs)
    return () => {
      ended.abort()
      clearTimeout(timer)
    }
  }, [router])

  return (
    <>
      <ProgressText report={report} />
      {trouble ? (
        <p role="status" className="mt-2 text-table text-medium-ink">
          {trouble === 'signed-out'
            ? 'Your session ended. Load the page again to sign in; the snapshot goes on.'
            : 'Kempt does not answer at the moment; trying again. The snapshot goes on.'}
        </p>
      ) : null}
    </>
  )
}
