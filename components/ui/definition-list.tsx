import type { ReactNode } from 'react'

/** Names and values, as on a form: two columns, one on a phone. `null` values are said to be not set, not left out. */
export function DefinitionList({ items }: { items: readonly { term: string; value: ReactNode | null }[] }) {
  return (
    <dl className="grid text-table sm:grid-cols-[minmax(120px,max-content)_minmax(0,1fr)]">
      {items.map(({ term, value }) => (
        <div key={term} className="contents">
          <dt className="py-1 pr-6 text-faint max-sm:pt-2 max-sm:pb-0">{term}</dt>
          <dd className="min-w-0 py-1 max-sm:pt-0">{value ?? <span className="text-faint">not set</span>}</dd>
        </div>
      ))}
    </dl>
  )
}
