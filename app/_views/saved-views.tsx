// The views of a list that somebody keeps, each a link to it, and the way to keep the one that is looked at.
import type { View } from '#app/view.ts'
import { listViews } from '#lib/queries/views/list-views.ts'
import { keptHref, type ListPath, keptView } from './kept-view.ts'
import { SaveViewForm } from './save-view-form.tsx'
import { type NamedView, ViewLinks } from './view-links.tsx'

/** So many are in sight; the others fold away behind their number. */
const inSight = 6

/** `href` is the address of what is looked at. */
export async function SavedViews({
  view: { db, person, asOf },
  path,
  href,
}: {
  view: View
  path: ListPath
  href: string
}) {
  const rows = await listViews(db, { personId: person.objectId, path })
  const kept = keptView(href)
  const here = kept ? keptHref(kept, asOf) : null
  const views = rows.map(({ id, name, query }): NamedView => {
    const to = keptHref({ path, query }, asOf)
    return { id, name, href: to, current: to === here }
  })
  const [first, others] = [views.slice(0, inSight), views.slice(inSight)]
  return (
    <div className="min-w-0 text-table print:hidden">
      {views.length > 0 ? (
        <nav aria-label="Saved views" className="flex flex-wrap items-center gap-x-2 gap-y-1.5 pb-0.5">
          <span className="text-soft">Saved views</span>
          <ViewLinks views={first} />
          {others.length > 0 ? (
            <details open={others.some(({ current }) => current)} className="open:basis-full">
              <summary className="link inline-block py-1">{`${others.length} more`}</summary>
              <div className="pt-1">
                <ViewLinks views={others} />
              </div>
            </details>
          ) : null}
        </nav>
      ) : null}
      {/* Another view is another question: what was said of the one is not said of the other. */}
      <SaveViewForm key={href} view={href} />
    </div>
  )
}
