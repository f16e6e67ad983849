// What is called that? The palette as a page: for whoever runs no scripts, and for a link to keep.
import type { Metadata } from 'next'
import type { HitGroup } from '#app/_palette/hits.ts'
import { matchPages } from '#app/_palette/match-pages.ts'
import { searchFor } from '#app/_palette/search-for.ts'
import { textIn } from '#app/_search/params.ts'
import { pageLinksOf } from '#app/_shell/page-links.ts'
import { PageHeader } from '#app/_shell/page-header.tsx'
import { Shell } from '#app/_shell/shell.tsx'
import { openView } from '#app/view.ts'
import { FilterBar, SearchField } from '#components/table/filter-bar.tsx'
import { Card } from '#components/ui/card.tsx'
import { EmptyState } from '#components/ui/empty-state.tsx'
import { Link } from '#components/ui/link.tsx'

export const metadata: Metadata = { title: 'Search results' }

export default async function SearchPage({ searchParams }: PageProps<'/search'>) {
  const view = await openView(searchParams)
  const text = textIn((await searchParams).q)
  const pages = matchPages(pageLinksOf(view.person), text ?? '', view.asOf)
  const groups = text === null ? [] : await searchFor(view, text)
  const found = [...(pages.hits.length > 0 ? [pages] : []), ...groups]
  return (
    <Shell view={view} current={null}>
      <PageHeader
        view={view}
        title="Search results"
        lede={
          text === null
            ? 'Pages, vaults, objects, rules, owners and callers, by any part of their name.'
            : `What has “${text}” in its name.`
        }
      />
      <div className="mb-4">
        <FilterBar action="/search" keep={{ asOf: view.asOf ?? undefined }} key={text}>
          <SearchField name="q" label="Name" value={text ?? undefined} placeholder="Part of a name" />
        </FilterBar>
      </div>
      {found.length === 0 ? (
        <Card title="Nothing found">
          <EmptyState title="Nothing is called that">
            {view.scope.kind === 'owned'
              ? 'Only what names you, or a group of yours, as its owner is looked through.'
              : 'What is gone is not looked through, nor what Kempt could not read.'}
          </EmptyState>
        </Card>
      ) : (
        <div className="grid grid-cols-1 gap-4 xl:grid-cols-2">
          {found.map((group) => (
            <Results key={group.title} group={group} />
          ))}
        </div>
      )}
    </Shell>
  )
}

function Results({ group: { title, hits, all } }: { group: HitGroup }) {
  return (
    <Card title={title} {...(all ? { href: all.href, hrefLabel: all.label } : {})}>
      <ul className="space-y-1.5 text-table">
        {hits.map(({ href, name, detail }) => (
          <li key={href} className="flex flex-wrap items-baseline justify-between gap-x-4">
            <Link href={href} look="row" className="min-w-0">
              <bdi>{name}</bdi>
            </Link>
            <span className="text-faint">{detail}</span>
          </li>
        ))}
      </ul>
    </Card>
  )
}
