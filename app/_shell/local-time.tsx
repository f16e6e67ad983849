'use client'
// An instant in UTC that says the viewer's own time when pointed at. The server cannot know it; until scripts run, and
// without them, the exact UTC instant is said instead.
import { useEffect, useState } from 'react'

export function LocalTime({ iso, text }: { iso: string; text: string }) {
  const [local, setLocal] = useState<string | null>(null)
  useEffect(() => {
    const format = new Intl.DateTimeFormat('en-GB', { dateStyle: 'medium', timeStyle: 'long' })
    setLocal(format.format(new Date(iso)))
  }, [iso])
  return (
    <time dateTime={iso} title={local ? `${local}, where you are` : iso} className="whitespace-nowrap">
      {text}
    </time>
  )
}
