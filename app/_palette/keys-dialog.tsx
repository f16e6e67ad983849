'use client'
// Which keys do something, and where they are switched off.
import { useRef } from 'react'
import { Button } from '#components/ui/button.tsx'
import { Modal, type ModalHandle } from './modal.tsx'
import { goTo } from './read-key.ts'

const always = [
  { keys: ['Ctrl K', '⌘ K'], does: 'Search: jump to anything by its name' },
  { keys: ['Esc'], does: 'Close what is open over or beside the page' },
  { keys: ['←', '→'], does: 'The row before or after the one that is open' },
]

const single = [
  { keys: ['/'], does: 'To the search field of the page' },
  { keys: ['?'], does: 'This list' },
  ...Object.entries(goTo).map(([key, { word }]) => ({ keys: [`g ${key}`], does: `Go to ${word}` })),
]

export function KeysDialog({ singleKeys, onClose }: { singleKeys: boolean; onClose: () => void }) {
  const modal = useRef<ModalHandle>(null)
  return (
    <Modal label="Keys" ref={modal} onClose={onClose}>
      <div className="p-4">
        <div className="flex items-center justify-between gap-4">
          <h2 className="text-sm font-semibold">Keys</h2>
          <Button onClick={() => modal.current?.close()}>Close</Button>
        </div>
        <dl className="mt-3 grid grid-cols-[max-content_minmax(0,1fr)] gap-x-6 gap-y-2 text-table">
          {[...always, ...(singleKeys ? single : [])].map(({ keys, does }) => (
            <div key={does} className="contents">
              <dt>
                {keys.map((key) => (
                  <kbd
                    key={key}
                    className="mr-1 inline-block rounded-sm border border-line-strong px-1.5 font-sans text-xs leading-5"
                  >
                    {key}
                  </kbd>
                ))}
              </dt>
              <dd className="text-soft">{does}</dd>
            </div>
          ))}
        </dl>
        <p className="mt-3 text-table text-faint">
          Single keys do nothing while you type, and can be switched off under Display, at the foot of the navigation.
        </p>
      </div>
    </Modal>
  )
}
