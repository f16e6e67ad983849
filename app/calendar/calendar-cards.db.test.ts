// What the calendar says, from what is remembered: in a busy month, in an empty one, and of what could not be read.
import type { ReactElement } from 'react'
import { createElement } from 'react'
import { prerender } from 'react-dom/static'
import { beforeAll, expect, test, vi } from 'vitest'
import { freshDatabase } from '#e2e/database/fresh-database.ts'
import type { View } from '#app/view.ts'
import { makeCalendarFeed } from '#lib/commands/make-calendar-feed.ts'
import { type Person, type Role, scopeOf } from '#lib/domain/scope.ts'
import { aRememberedEstate } from '#lib/queries/a-remembered-estate.ts'
import { FeedsCard } from './_feeds/feeds-card.tsx'
import { Dates } from './dates.tsx'
import { readCalendarSearch } from './search.ts'

// What forms send to is the server's alone.
vi.mock('./_feeds/make-feed.ts', () => ({ makeFeed: async () => null }))
vi.mock('./_feeds/revoke-feed.ts', () => ({ revokeFeed: async () => undefined }))

const day = (text: string) => new Date(`${text}T06:00:00Z`)
const at = new Date('2026-11-23T20:00:00Z')
const db = await freshDatabase()
const estate = aRememberedEstate(db, day('2026-09-01'))
const longName = 'n'.repeat(127)

function viewOf(name: string, role: Role, when = at): View {
  const person: Person = { ...{ objectId: `id-${name}`, tenantId: 't', name, mail: '', groups: [] }, roles: [role] }
  const scope = scopeOf(person)
  if (!scope) throw new Error('no role')
  const asOf = when === at ? null : when.toISOString().slice(0, 10)
  return { db, person, scope, at: when, asOf, now: at, groupsIncomplete: false }
}
const lead = viewOf('Lea', 'Kempt.Lead')

beforeAll(async () => {
  await estate.rule('certificate-expired')
  await estate.snapshot(day('2026-11-23'))
  const shop = await estate.vault('kv-shop', { owner: 'مالك 🚚', environment: 'production' })
  const dark = await estate.vault('kv-dark', { unread: { keys: ['not', 'forbidden'] } })
  const alone = { managed: false, createdAt: day('2026-11-01') }
  for (let index = 0; index < 14; index++) {
    await estate.object(shop, `key-${index}`, { kind: 'key', expiresAt: day('2026-12-14') })
  }
  for (const name of ['stripe', 'smtp', longName]) {
    await estate.object(shop, name, {
      ...alone,
      createdAt: day('2026-10-15'),
      expiresAt: name === 'stripe' ? day('2026-11-20') : null,
    })
  }
  await estate.object(dark, 'veiled', { managed: null })
  await estate.object(dark, 'today', { kind: 'certificate', expiresAt: new Date('2026-11-23T23:00:00Z') })
})

async function htmlOf(element: ReactElement): Promise<string> {
  const { prelude } = await prerender(element)
  return (await new Response(prelude).text()).replaceAll('<!-- -->', '').replaceAll('&amp;', '&')
}
const textIn = (html: string) =>
  html
    .replace(/<(script|style)[\s\S]*?<\/\1>/g, '')
    .replace(/<[^>]*>/g, ' ')
    .replaceAll('&#x27;', "'")
    .replace(/\s+/g, ' ')

const dates = (params: Record<string, string>, view = lead) =>
  htmlOf(createElement(Dates, { view, search: readCalendarSearch(params, view.at) }))

/** What stands in the cell of a day. */
const cellOf = (html: string, on: string) =>
  textIn(html.split('<td').find((cell) => cell.includes(`dateTime="${on}"`)) ?? '').replace(/^[^>]*>/, '')

test('a busy day says what and how much, and each number leads to its rows', async () => {
  const html = await dates({ month: '2026-12' })
  expect(cellOf(html, '2026-12-14')).toMatch(/14 expire on 2026-12-14 3 due on 2026-12-14/)
  expect(html).toContain('href="/calendar?view=list&day=2026-12-14"')
  expect(html).toContain('href="/calendar?view=list&day=2026-12-14&what=expiry"')
  expect(html).toContain('href="/calendar?view=list&day=2026-12-14&what=rotation"')
  expect(textIn(html)).toContain('In this month 14 expire, 3 are due for rotation.')
})

test('today is marked, and days gone by show what still stands', async () => {
  const html = await dates({})
  expect(html.split('<td').filter((cell) => cell.includes('aria-current="date"'))).toHaveLength(1)
  expect(cellOf(html, '2026-11-23')).toContain('today 1 expires')
  expect(cellOf(html, '2026-11-20')).toContain('1 expired')
  expect(textIn(html)).toContain('Expired and still enabled 1')
})

test('a list has a heading for each day, and rows that say whose, where and how long', async () => {
  const html = await dates({ view: 'list' })
  const text = textIn(html)
  expect(text).toContain('The next 60 days')
  expect(text).toMatch(
    /2026-12-14 Monday .*Rotation due Secret smtp in kv-shop in 21 days 60 days after 2026-10-15 مالك 🚚/,
  )
  expect(html).toContain(`/vaults/kv-shop/secret/${longName}`)
  expect(html.match(/scope="rowgroup"/g)).toHaveLength(2)
})

test('what is late has a list of its own, and narrowing it to nothing says so', async () => {
  expect(textIn(await dates({ when: 'overdue' }))).toMatch(/2026-11-20 Friday Expired Secret stripe .*3 days ago/)
  expect(textIn(await dates({ when: 'overdue', kind: 'key' }))).toContain('Nothing here is like that')
})

test('what could not be read is never taken for nothing to do', async () => {
  const text = textIn(await dates({ month: '2027-05' }))
  expect(text).toContain('Nothing expires or falls due in this month')
  expect(text).toContain('Unknown : when 1 secret is due for rotation')
  expect(text).toContain('Not seen : what else is in 1 vault whose lists were never read to the end.')
})

test('an owner sees the days of what is theirs', async () => {
  expect(textIn(await dates({ month: '2026-12' }, viewOf('Nobody', 'Kempt.Owner')))).toContain(
    'Nothing expires or falls due in this month',
  )
  expect(textIn(await dates({ view: 'list' }, viewOf('مالك 🚚', 'Kempt.Owner')))).toContain('14 expire')
})

test('of a past day every link stays on it', async () => {
  const html = await dates({ month: '2026-12' }, viewOf('Lea', 'Kempt.Lead', new Date('2026-10-20T23:59:59Z')))
  const links = [...html.matchAll(/href="([^"]*)"/g)].map(([, href]) => href)
  expect(links.filter((href) => !href?.includes('asOf=2026-10-20'))).toEqual([])
})

test('who sees everything is offered both feeds, an owner one, with the names it goes by', async () => {
  const card = (view: View) => htmlOf(createElement(FeedsCard, { view, search: readCalendarSearch({}, at) }))
  expect(textIn(await card(lead))).toContain('Make a feed of everything Make a feed of what is mine')
  const own = textIn(await card(viewOf('Bo', 'Kempt.Owner')))
  expect(own).not.toContain('Make a feed of everything')
  expect(own).toContain('goes by these names, written down when the link is made: bo, id-bo.')
  expect(own).toContain('even when its maker changes teams or loses the role')
})

test('a lead sees the feeds of everybody, others their own, and nobody a secret', async () => {
  const bo = viewOf('Bo', 'Kempt.Owner')
  const made = await makeCalendarFeed(db, { now: at, actor: bo.person, extent: 'own' })
  if (!made.done) throw new Error(made.problem)
  const card = (view: View) => htmlOf(createElement(FeedsCard, { view, search: readCalendarSearch({}, at) }))
  for (const view of [bo, lead]) {
    const html = await card(view)
    expect(textIn(html)).toMatch(/What names bo, or one of 1 other name, as owner of Bo 2026-11-23 not yet Revoke/)
    expect(html).not.toContain(made.secret)
  }
  expect(textIn(await card(viewOf('Eve', 'Kempt.Reader')))).toContain('You have no feed yet.')
})
