// The standing of a view, asked once per request however many parts of a page rest on it.
import { cache } from 'react'
import type { View } from '#app/view.ts'
import { getStanding } from '#lib/queries/get-standing.ts'

export const standingOf = cache(({ db, scope, at }: View) => getStanding(db, { scope, at }))
