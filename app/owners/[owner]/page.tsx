// How does one owner stand, what should they do next, and what did their fixes change?
import type { Metadata } from 'next'
import { notTheirPage } from '#app/_audit/refused.ts'
import { PageHeader } from '#app/_shell/page-header.tsx'
import { Shell } from '#app/_shell/shell.tsx'
import { standingOf } from '#app/_shell/standing-of.ts'
import { withAsOf } from '#app/_shell/with-as-of.ts'
import { openView } from '#app/view.ts'
import { ButtonLink } from '#components/ui/button.tsx'
import { none } from '#lib/queries/findings/finding-filter.ts'
import { getOwner } from '#lib/queries/owners/get-owner.ts'
import { OwnerCards } from '../_cards/owner-cards.tsx'
import { ownerHref, ownerIn } from '../owner-href.ts'
import { weekIn, type Whose } from '../whose.ts'
import { ownersAsked } from '../windows.ts'

export const metadata: Metadata = { title: 'Owner' }

export default async function OwnerPage({ params, searchParams }: PageProps<'/owners/[owner]'>) {
  const view = await openView(searchParams)
  const { db, scope, at, asOf } = view
  const owner = ownerIn((await params).owner)
  const standing = await standingOf(view)
  const row = owner && standing ? await getOwner(db, scope, { ...ownersAsked(at, standing), owner }) : null
  // Outside the scope and never heard of give the same answer, so that nobody can find out which it is.
  if (!owner || !standing || !row) return notTheirPage(view)
  const isNobody = owner === none
  const whose: Whose = {
    owner,
    path: ownerHref(isNobody ? null : owner, { scope, asOf: null }) ?? '/owners',
    name: null,
  }
  return (
    <Shell view={view} current="owners">
      <PageHeader
        view={view}
        title={isNobody ? 'Without an owner' : owner}
        lede={
          isNobody
            ? 'Neither the object nor its vault, resource group or subscription names anybody: there is nobody to ask.'
            : 'What names this owner itself, and what names nobody in a vault that does.'
        }
        actions={<ButtonLink href={withAsOf('/owners', asOf)}>All owners</ButtonLink>}
      />
      <OwnerCards view={view} standing={standing} whose={whose} row={row} week={weekIn(await searchParams)} />
    </Shell>
  )
}
