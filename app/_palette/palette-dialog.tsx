'use client'
// Jumps to anything that has a page: type a part of its name, choose with the arrows, Enter. A combobox with a list of options,
// as the ARIA practices describe it; the focus stays in the field.
import { useRouter } from 'next/navigation'
import { type KeyboardEvent, useEffect, useId, useReducer, useRef } from 'react'
import { addressOf } from '#app/_search/address.ts'
import { askFor } from './ask-for.ts'
import type { PageLink } from './match-pages.ts'
import { Modal, type ModalHandle } from './modal.tsx'
import { PaletteOptions } from './palette-options.tsx'
import { askedIn, emptyPalette, optionsOf, paletteAfter, shownGroups, statusText } from './palette-state.ts'

type PaletteDialogProps = { pages: readonly PageLink[]; asOf: string | null; onClose: () => void }

/** Between two keys of somebody who types. */
const pauseMs = 150

export function PaletteDialog({ pages, asOf, onClose }: PaletteDialogProps) {
  const router = useRouter()
  const modal = useRef<ModalHandle>(null)
  const listId = useId()
  const [state, send] = useReducer(paletteAfter, emptyPalette)
  const groups = shownGroups(state, pages, asOf)
  const options = optionsOf(groups)
  const asked = askedIn(state.text)
  const optionId = (index: number) => `${listId}-${index}`
  const activeId = options.length > 0 ? optionId(state.active) : undefined

  useEffect(() => {
    if (asked === '') return
    const ended = new AbortController()
    const timer = setTimeout(async () => {
      const answer = await askFor(asked, asOf, ended.signal)
      if (ended.signal.aborted) return
      if (typeof answer === 'string') send({ type: 'failed', text: asked, trouble: answer })
      else send({ type: 'answered', text: asked, groups: answer })
    }, pauseMs)
    return () => {
      ended.abort()
      clearTimeout(timer)
    }
  }, [asked, asOf])

  useEffect(() => {
    if (activeId) document.getElementById(activeId)?.scrollIntoView({ block: 'nearest' })
  }, [activeId])

  const follow = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return
    const by = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : null
    if (by !== null) send({ type: 'moved', by, options: options.length })
    else if (event.key === 'Enter') open(options[state.active]?.href)
    else return
    event.preventDefault()
  }
  // Enter before the answer is there asks for the page of results.
  const open = (
    href = asked === ''
      ? undefined
      : addressOf('/search', [
          ['asOf', asOf],
          ['q', asked],
        ]),
  ) => {
    if (!href) return
    modal.current?.close()
    router.push(href as Parameters<typeof router.push>[0])
  }

  return (
    <Modal label="Search" ref={modal} onClose={onClose}>
      <div className="flex items-center gap-2 border-b border-line pr-3 focus-within:border-accent">
        <input
          type="text"
          role="combobox"
          aria-label="Name of a page, vault, object, rule, owner or caller"
          aria-autocomplete="list"
          aria-expanded={options.length > 0}
          aria-controls={options.length > 0 ? listId : undefined}
          aria-activedescendant={activeId}
          autoComplete="off"
          spellCheck={false}
          maxLength={300}
          placeholder="Page, vault, object, rule, owner or caller"
          value={state.text}
          onChange={(event) => send({ type: 'typed', text: event.target.value })}
          onKeyDown={follow}
          className="h-12 min-w-0 grow bg-surface px-4 outline-none placeholder:text-faint placeholder:opacity-100"
        />
        <button
          type="button"
          onClick={() => modal.current?.close()}
          className="h-8 rounded-md px-2.5 text-table text-soft hover:bg-sunken hover:text-ink"
        >
          Close
        </button>
      </div>
      <PaletteOptions
        id={listId}
        groups={groups}
        active={state.active}
        optionId={optionId}
        onChosen={() => modal.current?.close()}
      />
      <p role="status" className="border-t border-line px-4 py-2 text-table text-faint">
        {statusText(state, options.length)}
      </p>
    </Modal>
  )
}
