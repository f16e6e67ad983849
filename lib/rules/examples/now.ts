import { addDays } from '#lib/format/date.ts'

/** The instant every example is judged at. */
export const now = new Date('2026-11-23T06:00:00Z')

export const daysAgo = (days: number) => addDays(now, -days)

export const inDays = (days: number) => addDays(now, days)
