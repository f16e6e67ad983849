import type { Database } from '#lib/db/open-database.ts'

/** Removes one of a person's saved views, and says whether there was one; anybody else's stays where it is. */
export async function deleteView(db: Database, { personId, id }: { personId: string; id: number }): Promise<boolean> {
  const { count } = await db.savedView.deleteMany({ where: { id, personId } })
  return count > 0
}
