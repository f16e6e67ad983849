import type { Database } from '#lib/db/open-database.ts'

export type ViewRow = {
  id: number
  name: string
  /** Without a question mark. It is only text: whoever makes a link of it reads it as they would read an address. */
  query: string
}

const byName = new Intl.Collator('en-GB', { numeric: true })

/**
 * Which views of a list has a person saved, by name? It takes no scope, because a view is an address and holds no rows: whoever
 * opens it sees what their scope shows them then.
 */
export async function listViews(
  db: Database,
  { personId, path }: { personId: string; path: string },
): Promise<ViewRow[]> {
  const rows = await db.savedView.findMany({
    where: { personId, path },
    select: { id: true, name: true, query: true },
    orderBy: { id: 'asc' },
  })
  return rows.sort((one, other) => byName.compare(one.name, other.name))
}
