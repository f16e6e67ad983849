'use client'
// Theme, time zone and keys, behind one line at the foot of the navigation. Opens and saves without scripts.
import { useActionState, useEffect, useRef, useState } from 'react'
import { Icon } from '#components/ui/icon.tsx'
import type { Display } from './display.ts'
import { DisplayForm } from './display-form.tsx'
import { saveDisplay } from './save-display.ts'
import { themeWords } from './theme-words.ts'

export function DisplayMenu({ display }: { display: Display }) {
  const menu = useRef<HTMLDetailsElement>(null)
  const [said, send, isSending] = useActionState(saveDisplay, { problem: null, saved: false })
  const [wasOpened, setWasOpened] = useState(false)
  // It may have been opened before scripts ran.
  useEffect(() => {
    if (menu.current?.open) setWasOpened(true)
  }, [])
  return (
    // What was wrong with a choice is in sight, on a page that came back without scripts too.
    <details ref={menu} open={said.problem !== null} onToggle={() => setWasOpened(true)} className="group px-3 pt-3">
      <summary className="flex min-h-8 items-center gap-2.5 rounded-md px-2.5 text-table text-soft hover:bg-sunken hover:text-ink">
        <Icon path="M8 1.5a6.5 6.5 0 1 1 0 13 6.5 6.5 0 0 1 0-13Zm0 0v13m2-12.4v11.8m2-10.3v8.8" />
        <span className="min-w-0 grow truncate">
          Display{' '}
          <span className="text-faint">
            {themeWords[display.theme]}, {display.zone}
          </span>
        </span>
        <Icon path="M2 6.5 5 3l3 3.5" size={10} strokeWidth={1.5} className="group-open:rotate-180" />
      </summary>
      <DisplayForm display={display} withZones={wasOpened} said={said} send={send} isSending={isSending} />
    </details>
  )
}
