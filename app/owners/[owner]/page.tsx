// How does one owner stand, what should they do next, and what did their fixes change?
import type { Metadata } from 'next'
import { notTheirPage } from '#app/_audit/refused.ts'
import { NothingReadYet } from '#app/_shell/nothing-read-yet.tsx'
import { PageHeader } from '#app/_shell/page-header.tsx'
import { Shell } from '#app/_shell/shell.tsx'
import { standingOf } from '#app/_shell/standing-of.ts'
import { withAsOf } from '#app/_shell/with-as-of.ts'
import { openView } from '#app/view.ts'
import { ButtonLink } from '#components/ui/button.tsx'
import { Card } from '#components/ui/card.tsx'
import { EmptyState } from '#components/ui/empty-state.tsx'
import { none } from '#lib/queries/findings/finding-filter.ts'
import { getOwner } from '#lib/queries/owners/get-owner.ts'
import { OwnerCards } from '../_cards/owner-cards.tsx'
import { nobodyTitle } from '../nobody-card.tsx'
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
  const isNobody = owner === none
  // Outside the scope and never heard of give the same answer, so that nobody can find out which it is. That nothing is
  // without an owner is no secret to whoever sees the whole estate.
  if (!owner || (!row && !(isNobody && scope.kind === 'everything'))) return notTheirPage(view)
  const whose: Whose = {
    owner,
    path: ownerHref(isNobody ? null : owner, { scope, asOf: null }) ?? '/owners',
    name: null,
  }
  return (
    <Shell view={view} current="owners">
      <PageHeader
        view={view}
        title={isNobody ? nobodyTitle : owner}
        lede={
          isNobody
            ? 'Neither the object nor its vault, resource group or subscription names anybody: there is nobody to ask.'
            : 'What names this owner itself, and what names nobody in a vault that does.'
        }
        actions={<ButtonLink href={withAsOf('/owners', asOf)}>All owners</ButtonLink>}
      />
      {standing && row ? (
        <OwnerCards view={view} standing={standing} whose={whose} row={row} week={weekIn(await searchParams)} />
      ) : (
        <Card title={nobodyTitle}>
          {standing ? (
            <EmptyState title="Nothing is without an owner">
              No vault and no object was read that names nobody.
            </EmptyState>
          ) : (
            <NothingReadYet view={view}>Who owns what is read from the tags in the first snapshot.</NothingReadYet>
          )}
        </Card>
      )}
    </Shell>
  )
}
