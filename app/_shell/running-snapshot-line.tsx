'use client'
// Follows a snapshot without a reload. Without scripts the first reading stays. A tab that nobody looks at asks nothing.
import { useRouter } from 'next/navigation'
import { useEffect, useState, useTransition } from 'react'
import { askProgress, type ProgressReading } from '#app/snapshots/ask-progress.ts'
import { Link } from '#components/ui/link.tsx'
import { askAgainMs, lineOf, watchAfter, watchFrom } from './running-snapshot-watch.ts'

export function RunningSnapshotLine({ initial }: { initial: ProgressReading }) {
  const router = useRouter()
  const [watch, setWatch] = useState(() => watchFrom(initial))
  const [isRefreshing, refresh] = useTransition()

  useEffect(() => {
    const ended = new AbortController()
    let [current, isAsking] = [watchFrom(initial), false]
    let timer: ReturnType<typeof setTimeout>
    const plan = () => {
      clearTimeout(timer)
      const ms = askAgainMs(current)
      if (ms !== null && document.visibilityState === 'visible') timer = setTimeout(ask, ms)
    }
    const ask = async () => {
      clearTimeout(timer)
      if (isAsking) return
      isAsking = true
      const answer = await askProgress(ended.signal)
      isAsking = false
      if (ended.signal.aborted) return
      current = watchAfter(current, answer)
      setWatch(current)
      plan()
    }
    // Who comes back to the page wants to know what became of it.
    const follow = () => {
      if (document.visibilityState === 'visible' && askAgainMs(current) !== null) void ask()
      else clearTimeout(timer)
    }
    document.addEventListener('visibilitychange', follow)
    plan()
    return () => {
      ended.abort()
      clearTimeout(timer)
      document.removeEventListener('visibilitychange', follow)
    }
  }, [initial])

  const line = lineOf(watch)
  return (
    <>
      {/* There before it has words, so that they are announced; the figures beside them change too often to be. */}
      <p role="status" className="sr-only">
        {line?.said ?? ''}
      </p>
      {line ? (
        <section
          aria-label="Running snapshot"
          className="border-b border-line bg-surface px-4 py-1.5 text-table text-soft sm:px-6 print:hidden"
        >
          {[line.said, line.figures].filter(Boolean).join(': ')}
          {line.offer ? '. ' : null}
          {line.offer === 'new-figures' ? (
            <button
              type="button"
              disabled={isRefreshing}
              onClick={() => refresh(() => router.refresh())}
              className="link font-medium"
            >
              Show the new figures
            </button>
          ) : null}
          {line.offer === 'why' ? (
            <Link href="/snapshots" className="font-medium">
              Snapshots says why
            </Link>
          ) : null}
        </section>
      ) : null}
    </>
  )
}
