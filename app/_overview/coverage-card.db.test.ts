// What the card of coverage says of an estate with a dark vault, whose snapshots began days ago and missed a night.
import { createElement } from 'react'
import { prerender } from 'react-dom/static'
import { beforeAll, expect, test, vi } from 'vitest'
import { freshDatabase } from '#e2e/database/fresh-database.ts'
import type { View } from '#app/view.ts'
import { addDays } from '#lib/format/date.ts'
import { aRememberedEstate, everything } from '#lib/queries/a-remembered-estate.ts'
import { getStanding } from '#lib/queries/get-standing.ts'
import { CoverageCard } from './coverage-card.tsx'

// A click on a day goes through the router, which only a page has.
vi.mock('next/navigation', () => ({ useRouter: () => ({ push: () => {} }) }))

const now = new Date('2026-11-23T07:00:00Z')
const night = (daysBefore: number) => addDays(new Date('2026-11-23T02:15:00Z'), -daysBefore)
const db = await freshDatabase()
const estate = aRememberedEstate(db, night(4))
const person = { objectId: 'o', tenantId: 't', name: 'Ana', mail: '', groups: [], roles: ['Kempt.Lead' as const] }
const view: View = { db, person, scope: everything, at: now, asOf: null, now, groupsIncomplete: false }

beforeAll(async () => {
  for (const daysBefore of [4, 3, 2, 0]) await estate.snapshot(night(daysBefore))
  await estate.vault('kv-read')
  const dark = ['secrets', 'keys', 'certificates'] as const
  await estate.vault('kv-dark', { unread: Object.fromEntries(dark.map((part) => [part, ['not', 'forbidden']])) })
})

async function shown(): Promise<string> {
  const standing = await getStanding(db, { scope: everything, at: now })
  if (!standing) throw new Error('a snapshot is needed')
  const { prelude } = await prerender(createElement('div', null, await CoverageCard({ view, standing })))
  return new Response(prelude).text()
}

test('each of ninety days stands in the table behind the chart, and a night that was missed is not known', async () => {
  const html = await shown()
  const days = [...html.matchAll(/<th scope="row">([\d-]+)<\/th><td>([^<]*)<\/td><td>([^<]*)<\/td><td>([^<]*)<\/td>/g)]
  expect(days).toHaveLength(90)
  expect(days.slice(-6).map(([, ...cells]) => cells.join(' | '))).toEqual([
    '2026-11-18 | not known | not known | not known',
    '2026-11-19 | 1 | 0 | 1',
    '2026-11-20 | 1 | 0 | 1',
    '2026-11-21 | 1 | 0 | 1',
    '2026-11-22 | not known | not known | not known',
    '2026-11-23 | 1 | 0 | 1',
  ])
})

test('what is not known is hatched, and so is what was not read', async () => {
  const html = await shown()
  // Two stretches of days, and the vault that is dark before and after the second.
  const chart = html.slice(html.indexOf('aria-label="Vaults by how much of them was read, the last 90 days"'))
  expect(chart.slice(0, chart.indexOf('</svg>')).match(/<rect[^>]*fill="url\(#/g)).toHaveLength(4)
})

test('nothing in it is styled by an attribute, which the security policy would block', async () => {
  expect(await shown()).not.toMatch(/ style="/)
})
