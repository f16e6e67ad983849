import type { FeedExtent } from '#lib/commands/calendar-feed-rights.ts'

/** What the form comes back with: the link of what was made, told this once, or what was wrong in one sentence. */
export type FeedFormState = { problem: string | null; made: { link: string; extent: FeedExtent } | null }

export const noFeedYet: FeedFormState = { problem: null, made: null }
