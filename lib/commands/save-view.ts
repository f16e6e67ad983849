// Keeps a view of a list under a name, for one person alone.
import { type Database, sql } from '#lib/db/open-database.ts'

export type ViewToSave = {
  /** Object id in Entra. */
  personId: string
  /** Of the list: "/findings". */
  path: string
  /** Without a question mark, as the list itself would write it; empty for the usual view. */
  query: string
}

export type SaveViewProblem = 'name-missing' | 'name-too-long' | 'view-too-long' | 'taken' | 'too-many'

/** `name` is the name as it is kept, or as it would be. */
export type SavedViewResult =
  | { done: true; name: string; replaced: boolean }
  | { done: false; name: string; problem: SaveViewProblem }

/** Of one list, for one person. */
export const mostViews = 30

/** In characters as people count them: an emoji of one code point is one. */
export const longestViewName = 80

/** Longer addresses are cut off on their way by some proxies. */
const longestQuery = 4000

/** Of the advisory locks of the database, the one of saved views; the second key is the person. */
const lockKey = 77_610_452

/**
 * Saves a view. A name that is taken is replaced only where `replaces` says that very name: whoever saves was told before what
 * would be lost.
 */
export async function saveView(
  db: Database,
  {
    now,
    view: { personId, path, query },
    name: typed,
    replaces,
  }: { now: Date; view: ViewToSave; name: string; replaces: string | null },
): Promise<SavedViewResult> {
  const name = viewName(typed)
  const refused = (problem: SaveViewProblem): SavedViewResult => ({ done: false, name, problem })
  if (!isVisible(name)) return refused('name-missing')
  if ([...name].length > longestViewName) return refused('name-too-long')
  if (query.length > longestQuery) return refused('view-too-long')
  return db.$transaction(async (tx) => {
    // Two windows that save at once must not both see the last place free.
    await tx.$executeRaw(sql`select pg_advisory_xact_lock(${lockKey}::int, hashtext(${personId}))`)
    const place = { personId, path, name }
    const before = await tx.savedView.findUnique({ where: { personId_path_name: place } })
    if (before?.query === query) return { done: true, name, replaced: false }
    if (before && replaces !== name) return refused('taken')
    if (!before && (await tx.savedView.count({ where: { personId, path } })) >= mostViews) return refused('too-many')
    await tx.savedView.upsert({
      where: { personId_path_name: place },
      create: { ...place, query, createdAt: now },
      update: { query, createdAt: now },
    })
    return { done: true, name, replaced: before !== null }
  })
}

/**
 * A name as it is kept: on one line, without control characters and without those that turn round all text after them, and
 * written one way where letters can be written in two.
 */
const viewName = (typed: string) =>
  typed
    .toWellFormed()
    .normalize('NFC')
    .replaceAll(/[\u202a-\u202e\u2066-\u2069]/g, '')
    .replaceAll(/[\s\p{Cc}]+/gu, ' ')
    .trim()

/** Something of it is seen: a link without words is none. */
const isVisible = (name: string) => /[^\p{Z}\p{Cc}\p{Cf}\p{Mn}]/u.test(name)
