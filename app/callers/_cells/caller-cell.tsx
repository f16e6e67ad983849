// Who a caller is, as every table and every sentence says it, with the way to its page.
import { Breakable } from '#components/ui/breakable.tsx'
import { Link } from '#components/ui/link.tsx'
import { UnknownSwatch } from '#components/ui/unknown-mark.tsx'
import { upperFirst } from '#lib/format/upper-first.ts'
import type { NamedCaller } from '#lib/queries/callers/named-caller.ts'
import { callerText } from '../attached-to.ts'
import { callerHref } from '../search.ts'
import { callerKindWords, callerName } from '../words.ts'

export function CallerCell({ caller, asOf }: { caller: NamedCaller; asOf: string | null }) {
  const isNamed = caller.kind !== 'unknown'
  return (
    <>
      <Link href={callerHref(caller.identity, asOf)} look="row">
        <Breakable text={isNamed ? callerName(caller) : upperFirst(callerName(caller))} />
      </Link>
      <div className="text-faint">
        {isNamed ? (
          callerText(caller)
        ) : (
          <span className="inline-flex items-center gap-1.5">
            <UnknownSwatch />
            its calls carry no identity
          </span>
        )}
      </div>
    </>
  )
}

type Spoken = Pick<NamedCaller, 'identity' | 'name' | 'kind'>

/** "app-shop (managed identity)", in a sentence that goes on with what it did. */
export function CallerInline({ caller, asOf }: { caller: Spoken; asOf: string | null }) {
  const isNamed = caller.kind !== 'unknown'
  return (
    <>
      <Link href={callerHref(caller.identity, asOf)} look="row">
        {isNamed ? callerName(caller) : `A caller ${callerName(caller)}`}
      </Link>
      {isNamed ? <span className="text-faint"> ({callerKindWords[caller.kind]})</span> : null}
    </>
  )
}
