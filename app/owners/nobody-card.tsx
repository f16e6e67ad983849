// For how much is there nobody to ask? What no tag gives an owner, with how it stands.
import { defaultSearch, findingsHref, withFilter } from '#app/findings/search.ts'
import { readVaultsSearch, vaultsHref, withVaultFilter } from '#app/vaults/search.ts'
import type { View } from '#app/view.ts'
import { Card } from '#components/ui/card.tsx'
import { Link } from '#components/ui/link.tsx'
import { objectKinds } from '#lib/domain/vault-object.ts'
import { count, percent } from '#lib/format/number.ts'
import { countObjects } from '#lib/queries/count-objects.ts'
import { type FindingFilter, none } from '#lib/queries/findings/finding-filter.ts'
import { getOwner } from '#lib/queries/owners/get-owner.ts'
import { OpenFindings } from './open-findings.tsx'
import { ownerHref } from './owner-href.ts'
import type { ownersAsked } from './windows.ts'

export const nobodyTitle = 'Without an owner'

export async function NobodyCard({ view, asked }: { view: View; asked: ReturnType<typeof ownersAsked> }) {
  const { db, scope, at, asOf } = view
  const [{ objects }, nobody] = await Promise.all([
    countObjects(db, { scope, at }),
    getOwner(db, scope, { ...asked, owner: none }),
  ])
  const rowsHref = (filter: Partial<FindingFilter>) =>
    findingsHref(withFilter(defaultSearch, { owner: none, ...filter }), asOf)
  if (!nobody) {
    return (
      <Card title={nobodyTitle}>
        <p className="text-table text-soft">
          {objects === 0
            ? 'Nothing: no object was read.'
            : `Nothing: every vault and each of ${count(objects)} ${objects === 1 ? 'object' : 'objects'} names somebody.`}
        </p>
      </Card>
    )
  }
  return (
    <Card
      title={nobodyTitle}
      note="Neither the object nor its vault, resource group or subscription names anybody."
      href={ownerHref(null, view) ?? rowsHref({})}
      hrefLabel="What is the matter with it"
    >
      <p className="flex flex-wrap items-baseline gap-x-6 gap-y-1 text-table">
        <span>
          <Link href={rowsHref({ status: 'all', kinds: [...objectKinds] })} className="font-medium">
            {count(nobody.objects)} of {count(objects)} {objects === 1 ? 'object' : 'objects'}
          </Link>
          {objects > 0 ? `, ${percent(nobody.objects / objects)}` : ''}
        </span>
        {nobody.vaults > 0 ? (
          <Link href={vaultsHref(withVaultFilter(readVaultsSearch({}), { owner: none }), asOf)} className="font-medium">
            {count(nobody.vaults)} {nobody.vaults === 1 ? 'vault' : 'vaults'}
          </Link>
        ) : null}
        <span className="flex items-baseline gap-x-2 text-soft">
          Open findings
          <OpenFindings counts={nobody} hrefFor={(severity) => rowsHref({ severities: [severity] })} />
        </span>
        <span className="text-soft">
          Posture {nobody.posture === null ? 'unknown' : percent(nobody.posture)}, out of {count(nobody.judged)} decided
        </span>
      </p>
    </Card>
  )
}
