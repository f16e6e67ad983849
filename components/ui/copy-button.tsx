'use client'
// Copies a text. Without scripts it is never shown, and the text beside it can be selected by hand.
import { useEffect, useState } from 'react'

export function CopyButton({ text, label = 'Copy' }: { text: string; label?: string }) {
  const [state, setState] = useState<'away' | 'ready' | 'copied' | 'refused'>('away')

  useEffect(() => setState('ready'), [])
  useEffect(() => {
    if (state !== 'copied') return
    const timer = setTimeout(() => setState('ready'), 2000)
    return () => clearTimeout(timer)
  }, [state])

  if (state === 'away') return null

  const copy = () =>
    navigator.clipboard.writeText(text).then(
      () => setState('copied'),
      () => setState('refused'),
    )
  return (
    <button
      type="button"
      onClick={copy}
      className="h-6 shrink-0 rounded-sm border border-line-strong bg-surface px-2 text-xs font-medium text-soft hover:text-ink print:hidden"
    >
      <span aria-live="polite">{state === 'copied' ? 'Copied' : state === 'refused' ? 'Select and copy' : label}</span>
    </button>
  )
}
