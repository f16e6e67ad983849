// How well a name fits what was typed, for the few things that need no database; lib/queries/search/name-rank.ts is its twin.

/** 0 where a name begins with a text, 1 where a word in it does, 2 where it holds it, null where it does not. */
export function rankName(name: string, text: string): 0 | 1 | 2 | null {
  const [where, what] = [name.toLowerCase(), text.toLowerCase()]
  if (!where.includes(what)) return null
  if (where.startsWith(what)) return 0
  return asWords(where).includes(` ${asWords(what)}`) ? 1 : 2
}

const asWords = (text: string) => text.replaceAll(/[-_./:@\\]/g, ' ')

/** Those of which any name fits, the closest first; among equals the order stays. */
export function closestFirst<T>(all: readonly T[], text: string, namesOf: (one: T) => readonly string[]): T[] {
  return all
    .flatMap((one) => {
      const ranks = namesOf(one).flatMap((name) => rankName(name, text) ?? [])
      return ranks.length > 0 ? [{ one, rank: Math.min(...ranks) }] : []
    })
    .sort((one, other) => one.rank - other.rank)
    .map(({ one }) => one)
}
