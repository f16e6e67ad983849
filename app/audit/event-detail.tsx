// What else was recorded with an entry, folded until it is wanted.
import { DefinitionList } from '#components/ui/definition-list.tsx'
import { utcInstant } from '#lib/format/date.ts'
import type { AuditRow } from '#lib/queries/audit/audit-rows.ts'
import { detailKeys } from '#lib/queries/audit/shown-detail.ts'
import { detailWords, eventText } from './words.ts'

export function EventDetail({ row }: { row: AuditRow }) {
  const { objectId, detail } = row
  // Why something was refused is what the line says already.
  const said = detailKeys.flatMap((key) => {
    if (key === 'reason') return []
    const text = detail[key]
    return text ? [{ term: detailWords[key], value: <span dir="auto">{text}</span> }] : []
  })
  const items = [...said, ...(objectId ? [{ term: 'Object id in Entra', value: objectId }] : [])]
  if (items.length === 0) return <span className="text-faint">none</span>
  return (
    <details>
      <summary className="link inline-block">
        Details
        <span className="sr-only">
          {' '}
          of {eventText(row)}, {utcInstant(row.at)}
        </span>
      </summary>
      <DefinitionList items={items} />
    </details>
  )
}
