// What of mine needs doing, in what order, with which command? The page of an owner, for whoever is signed in.
import type { Metadata } from 'next'
import { SwitchLinks } from '#app/_search/switch-links.tsx'
import { oneOf } from '#app/_search/params.ts'
import { NothingReadYet } from '#app/_shell/nothing-read-yet.tsx'
import { PageHeader } from '#app/_shell/page-header.tsx'
import { Shell } from '#app/_shell/shell.tsx'
import { standingOf } from '#app/_shell/standing-of.ts'
import { withAsOf } from '#app/_shell/with-as-of.ts'
import { OwnerCards } from '#app/owners/_cards/owner-cards.tsx'
import { pageHref, weekIn, type Whose } from '#app/owners/whose.ts'
import { ownersAsked } from '#app/owners/windows.ts'
import { openView } from '#app/view.ts'
import { ButtonLink } from '#components/ui/button.tsx'
import { Card } from '#components/ui/card.tsx'
import { getOwner } from '#lib/queries/owners/get-owner.ts'
import { NothingNamesYou } from './nothing-names-you.tsx'
import { ownNames } from './own-names.ts'

export const metadata: Metadata = { title: 'Mine' }

export default async function MinePage({ searchParams }: PageProps<'/mine'>) {
  const view = await openView(searchParams)
  const { db, scope, at, asOf } = view
  const params = await searchParams
  const standing = await standingOf(view)
  // Whoever sees only what is theirs sees all their names at once; the rows of others are filtered by one name at a time.
  const isOwner = scope.kind === 'owned'
  const names = isOwner ? [] : await ownNames(view)
  const name = oneOf(params.name, names) ?? names[0] ?? null
  const whose: Whose = { owner: name, path: '/mine', name: names.length > 1 ? name : null }
  const row =
    standing && (isOwner || name !== null)
      ? await getOwner(db, scope, { ...ownersAsked(at, standing), owner: name })
      : null
  return (
    <Shell view={view} current={isOwner ? 'mine' : 'owners'}>
      <PageHeader
        view={view}
        title="Mine"
        lede={
          isOwner
            ? 'What names you, or a group of yours, as its owner, and whatever stands in a vault that does.'
            : name !== null
              ? `What names ${name} itself, and what names nobody in a vault that does.`
              : 'What names you, or a group of yours, as its owner.'
        }
        actions={<ButtonLink href={withAsOf('/owners', asOf)}>{isOwner ? 'By name' : 'All owners'}</ButtonLink>}
      />
      {names.length > 1 ? (
        <div className="mb-4">
          <SwitchLinks
            label="Which of your names"
            links={names.map((one) => ({
              word: one,
              href: pageHref({ ...whose, name: one }, null, asOf),
              current: one === name,
            }))}
          />
        </div>
      ) : null}
      {!standing ? (
        <Card title="Mine">
          <NothingReadYet view={view}>Who owns what is read from the tags in the first snapshot.</NothingReadYet>
        </Card>
      ) : row ? (
        <OwnerCards view={view} standing={standing} whose={whose} row={row} week={weekIn(params)} />
      ) : (
        <Card title="Mine">
          <NothingNamesYou view={view} />
        </Card>
      )}
    </Shell>
  )
}
