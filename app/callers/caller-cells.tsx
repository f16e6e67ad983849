// Who a caller is, as a table says it; and numbers that are quiet when there is nothing to them.
import { Breakable } from '#components/ui/breakable.tsx'
import { Link } from '#components/ui/link.tsx'
import { UnknownSwatch } from '#components/ui/unknown-mark.tsx'
import { count } from '#lib/format/number.ts'
import type { CallerRow } from '#lib/queries/callers/caller-rows.ts'
import { attachedText } from './attached-to.ts'
import { callerHref } from './search.ts'
import { callerKindChoices, callerKindWords } from './words.ts'

type Named = Pick<CallerRow, 'identity' | 'name' | 'kind' | 'resourceId' | 'hostId'>

export function CallerCell({ caller, asOf }: { caller: Named; asOf: string | null }) {
  const { identity, name, kind } = caller
  const attached = attachedText(caller)
  return (
    <>
      <Link href={callerHref(identity, asOf)} look="row">
        <Breakable text={kind === 'unknown' ? callerKindChoices.unknown : name} />
      </Link>
      <div className="text-faint">
        {kind === 'unknown' ? (
          <span className="inline-flex items-center gap-1.5">
            <UnknownSwatch />
            its calls carry no identity
          </span>
        ) : (
          callerKindWords[kind]
        )}
        {attached ? `: ${attached}` : ''}
      </div>
    </>
  )
}

/** A number that leads to its rows; nought leads nowhere. */
export function CountCell({ value, href }: { value: number; href?: string }) {
  if (value === 0) return <span className="text-faint">0</span>
  if (!href) return count(value)
  return (
    <Link href={href} look="plain" className="hover:underline">
      {count(value)}
    </Link>
  )
}

/** Reads, and how many that is on the days that had any. */
export function ReadsCell({ reads, readDays, href }: { reads: number; readDays: number; href?: string }) {
  return (
    <>
      <CountCell value={reads} {...(href ? { href } : {})} />
      {readDays > 0 ? <div className="text-faint">{perDay({ reads, readDays })}</div> : null}
    </>
  )
}

/** "12 a day on 30 days": over the days with reads, because the log may not cover the others. */
export function perDay({ reads, readDays }: { reads: number; readDays: number }): string {
  if (readDays === 1) return 'all on 1 day'
  return `${count(Math.max(1, Math.round(reads / readDays)))} a day on ${readDays} days`
}
