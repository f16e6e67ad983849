// How many entries each kind of operation has, and how many deserve a look: each a way to narrow to them and back.
import { CountPill } from '#components/ui/count-pill.tsx'
import { type SensitiveKind, sensitiveKinds } from '#lib/domain/sensitive-operations.ts'
import type { OperationCount } from '#lib/queries/operations/count-operations.ts'
import { LookShape, OperationShape } from './operation-badge.tsx'
import { type OperationsSearch, operationsHref, withOperations } from './search.ts'
import { operationWords } from './words.ts'

type KindCountsProps = {
  counts: Record<SensitiveKind, OperationCount>
  search: OperationsSearch
  asOf: string | null
}

const list = new Intl.ListFormat('en-GB', { type: 'disjunction' })

export function KindCounts({ counts, search, asOf }: KindCountsProps) {
  const { kinds, look } = search.filter
  const entries = (kind: SensitiveKind) => (look ? counts[kind].looks : counts[kind].lines)
  const shown = sensitiveKinds.filter((kind) => entries(kind) > 0)
  const none = sensitiveKinds.filter((kind) => entries(kind) === 0).map((kind) => operationWords[kind].toLowerCase())
  const looks = (kinds.length > 0 ? kinds : sensitiveKinds).reduce((sum, kind) => sum + counts[kind].looks, 0)
  const href = (changed: Parameters<typeof withOperations>[1]) => operationsHref(withOperations(search, changed), asOf)
  return (
    <nav aria-label="Entries by kind of operation" className="flex flex-wrap items-center gap-2">
      {looks > 0 || look ? (
        <CountPill href={href({ look: !look })} current={look} shape={<LookShape />} word="Worth a look" rows={looks} />
      ) : null}
      {shown.map((kind) => {
        const isOnly = kinds.length === 1 && kinds[0] === kind
        return (
          <CountPill
            key={kind}
            href={href({ kinds: isOnly ? [] : [kind] })}
            current={isOnly}
            shape={<OperationShape kind={kind} />}
            word={operationWords[kind]}
            rows={entries(kind)}
          />
        )
      })}
      {shown.length > 0 && none.length > 0 ? (
        <p className="w-full text-table text-faint max-sm:hidden">Not among them: {list.format(none)}.</p>
      ) : null}
    </nav>
  )
}
