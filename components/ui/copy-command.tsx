import { CopyButton } from './copy-button.tsx'

/** A command ready to copy: one click with scripts, one click to select without. `label` says what it does. */
export function CopyCommand({ command, label }: { command: string; label?: string }) {
  return (
    <figure className="min-w-0">
      <figcaption className="flex min-h-6 items-center justify-between gap-3 pb-1 text-table text-soft">
        <span>{label}</span>
        <CopyButton text={command} />
      </figcaption>
      <pre className="rounded-md border border-line bg-sunken px-3 py-2 font-mono text-xs leading-5 break-words whitespace-pre-wrap select-all">
        {command}
      </pre>
    </figure>
  )
}
