// Why an access log is not read, or not wholly, and what to grant so that it is.
import { CopyCommand } from '#components/ui/copy-command.tsx'
import type { LogRow } from '#lib/queries/log/log-row.ts'
import { reasonText } from '../gap-words.ts'
import { grantFor } from '#lib/grants/grant-command.ts'

/** Nothing where nothing is missing. */
export function LogGrant({ log }: { log: LogRow }) {
  const { code, detail } = log
  if (!code) return null
  const { command, why } = grantFor(log, { parts: [{ part: 'access-log' }], code, detail: detail ?? '' })
  return (
    <>
      <p className="mt-0.5 text-soft">{reasonText(code)}</p>
      <details className="mt-1">
        <summary className="w-fit cursor-pointer text-accent">{command ? 'How to grant it' : 'What to do'}</summary>
        <div className="mt-2 max-w-3xl space-y-2">
          {command ? <CopyCommand command={command} label={why} /> : <p className="text-soft">{why}</p>}
          {detail ? <p className="text-faint [overflow-wrap:anywhere]">As it was met: {detail}</p> : null}
        </div>
      </details>
    </>
  )
}
