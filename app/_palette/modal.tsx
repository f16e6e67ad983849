'use client'
// A native dialog over the page: the browser keeps the focus in it, closes it on Escape and on a click beside it, and gives the
// focus back to where it was.
import { type ReactNode, type Ref, useEffect, useImperativeHandle, useRef } from 'react'

export type ModalHandle = { close: () => void }

type ModalProps = { label: string; ref?: Ref<ModalHandle>; onClose: () => void; children: ReactNode }

export function Modal({ label, ref, onClose, children }: ModalProps) {
  const dialog = useRef<HTMLDialogElement>(null)
  useImperativeHandle(ref, () => ({ close: () => dialog.current?.close() }), [])
  useEffect(() => {
    const shown = dialog.current
    shown?.showModal()
    return () => shown?.close()
  }, [])
  return (
    <dialog
      ref={dialog}
      aria-label={label}
      closedby="any"
      // Told a moment later: by then it may have been opened again.
      onClose={({ currentTarget }) => {
        if (!currentTarget.open) onClose()
      }}
      className="mx-auto mt-[12dvh] w-[min(640px,calc(100vw-32px))] max-w-none overflow-hidden rounded-lg border border-line-strong bg-surface p-0 text-ink backdrop:bg-page/70 print:hidden"
    >
      {children}
    </dialog>
  )
}
