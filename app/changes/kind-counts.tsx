// How many rows each kind of change has, each a way to narrow to it and back.
import { CountPill } from '#components/ui/count-pill.tsx'
import { type ChangeKind, changeKinds } from '#lib/queries/changes/change-filter.ts'
import { ChangeShape } from './change-badge.tsx'
import { type ChangesSearch, changesHref, withChanges } from './search.ts'
import { changeWords } from './words.ts'

type KindCountsProps = { counts: Record<ChangeKind, number>; search: ChangesSearch; asOf: string | null }

const list = new Intl.ListFormat('en-GB', { type: 'disjunction' })

export function KindCounts({ counts, search, asOf }: KindCountsProps) {
  const { changes } = search.filter
  const shown = changeKinds.filter((kind) => counts[kind] > 0)
  const none = changeKinds.filter((kind) => counts[kind] === 0).map((kind) => changeWords[kind].toLowerCase())
  return (
    <nav aria-label="Rows by kind of change" className="flex flex-wrap items-center gap-2">
      {shown.map((kind) => {
        const isOnly = changes.length === 1 && changes[0] === kind
        return (
          <CountPill
            key={kind}
            href={changesHref(withChanges(search, { changes: isOnly ? [] : [kind] }), asOf)}
            current={isOnly}
            shape={<ChangeShape change={kind} />}
            word={changeWords[kind]}
            rows={counts[kind]}
          />
        )
      })}
      {shown.length > 0 && none.length > 0 ? (
        <p className="w-full text-table text-faint max-sm:hidden">Not among them: {list.format(none)}.</p>
      ) : null}
    </nav>
  )
}
