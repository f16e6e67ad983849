// Who owns what, and how do they stand? Who drags us down, and for how much is there nobody to ask?
import type { Metadata, Route } from 'next'
import { redirect } from 'next/navigation'
import { hasBlanks } from '#app/_search/params.ts'
import { NothingReadYet } from '#app/_shell/nothing-read-yet.tsx'
import { PageHeader } from '#app/_shell/page-header.tsx'
import { Shell } from '#app/_shell/shell.tsx'
import { standingOf } from '#app/_shell/standing-of.ts'
import { withAsOf } from '#app/_shell/with-as-of.ts'
import { openView } from '#app/view.ts'
import { ExportLinks } from '#components/table/export-links.tsx'
import { Card } from '#components/ui/card.tsx'
import { ButtonLink } from '#components/ui/button.tsx'
import { OwnersList } from './owners-list.tsx'
import { ownersHref, readOwnersSearch } from './search.ts'

export const metadata: Metadata = { title: 'Owners' }

export default async function OwnersPage({ searchParams }: PageProps<'/owners'>) {
  const view = await openView(searchParams)
  const search = readOwnersSearch(await searchParams)
  const { scope, asOf } = view
  if (hasBlanks(await searchParams)) redirect(ownersHref(search, asOf) as Route)
  const standing = await standingOf(view)
  return (
    <Shell view={view} current="owners">
      <PageHeader
        view={view}
        title="Owners"
        lede={
          scope.kind === 'everything'
            ? 'Persons, groups and teams, as the tags name them. What names nobody itself belongs to whom its vault names.'
            : 'Your own names, as the tags have them. What names nobody itself belongs to whom its vault names.'
        }
        actions={
          <>
            <ButtonLink href={withAsOf('/mine', asOf)}>Mine</ButtonLink>
            <ExportLinks hrefFor={(format) => ownersHref({ ...search, page: 1 }, asOf, `/owners/export.${format}`)} />
          </>
        }
      />
      {standing ? (
        <OwnersList view={view} standing={standing} search={search} />
      ) : (
        <Card title="Owners">
          <NothingReadYet view={view}>Who owns what is read from the tags in the first snapshot.</NothingReadYet>
        </Card>
      )}
    </Shell>
  )
}
