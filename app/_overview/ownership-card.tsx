// For how much is there nobody to ask? Objects that no tag gives an owner.
import { defaultSearch, findingsHref, withFilter } from '#app/findings/search.ts'
import type { View } from '#app/view.ts'
import { ShareBar } from '#components/charts/share-bar.tsx'
import { Card } from '#components/ui/card.tsx'
import { objectKinds } from '#lib/domain/vault-object.ts'
import { Link } from '#components/ui/link.tsx'
import { count, percent } from '#lib/format/number.ts'
import { countObjects } from '#lib/queries/count-objects.ts'
import { anybody, type FindingFilter, none } from '#lib/queries/findings/finding-filter.ts'

export const ownershipTitle = 'Without an owner'

export async function OwnershipCard({ view }: { view: View }) {
  const { db, scope, at, asOf } = view
  const { objects, withoutOwner } = await countObjects(db, { scope, at })
  const rowsOf = (filter: Partial<FindingFilter>) =>
    findingsHref(withFilter(defaultSearch, { status: 'all', kinds: [...objectKinds], ...filter }), asOf)
  const href = rowsOf({ owner: none })
  return (
    <Card
      title={ownershipTitle}
      note={
        <>
          {withoutOwner > 0 ? <Link href={href}>{count(withoutOwner)}</Link> : '0'} of{' '}
          <Link href={rowsOf({})}>
            {count(objects)} {objects === 1 ? 'object' : 'objects'}
          </Link>
          {objects > 0 ? `, ${percent(withoutOwner / objects)}` : ''}: neither the object nor its vault, resource group
          or subscription names anybody.
        </>
      }
      {...(withoutOwner > 0 ? { href, hrefLabel: 'Show them' } : {})}
    >
      <ShareBar
        label="Objects by whether somebody owns them"
        rows={[
          { word: 'With an owner', count: objects - withoutOwner, tone: 'ok', href: rowsOf({ owner: anybody }) },
          { word: 'Without', count: withoutOwner, tone: 'medium', href },
        ]}
      />
    </Card>
  )
}
