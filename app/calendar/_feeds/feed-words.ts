// What feeds are called on the page.
import { mostFeeds } from '#lib/commands/make-calendar-feed.ts'
import type { FeedExtent } from '#lib/commands/calendar-feed-rights.ts'

/** The scope of a feed; `owners` are the names it goes by. */
export function extentText({ kind, owners }: { kind: 'everything' | 'owned'; owners: readonly string[] }): string {
  if (kind === 'everything') return 'Everything Kempt can find'
  const [first, ...others] = owners.filter(Boolean)
  if (first === undefined) return 'What names nobody: it stays empty'
  if (others.length === 0) return `What names ${first} as owner`
  return `What names ${first}, or one of ${others.length} other ${others.length === 1 ? 'name' : 'names'}, as owner`
}

export const makeWords: Record<FeedExtent, string> = {
  everything: 'Make a feed of everything',
  own: 'Make a feed of what is mine',
}

export const makeProblems = {
  'not-allowed': 'Your role does not let you see that, so a feed of it cannot be made either.',
  'too-many': `You have ${mostFeeds} feeds. Revoke one that is no longer read, and make the new one then.`,
} as const
