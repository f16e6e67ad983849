// What the page of an owner says, from what is remembered: of a busy one, of one with nothing to do, of nobody, and of whoever
// sees only what is theirs; and that the list of owners can be drawn.
import type { ReactElement } from 'react'
import { createElement } from 'react'
import { prerender } from 'react-dom/static'
import { beforeAll, expect, test, vi } from 'vitest'
import { freshDatabase } from '#e2e/database/fresh-database.ts'
import type { View } from '#app/view.ts'
import { addDays } from '#lib/format/date.ts'
import { aRememberedEstate, everything, ownedBy } from '#lib/queries/a-remembered-estate.ts'
import { aRememberedLog } from '#lib/queries/a-remembered-log.ts'
import { getStanding } from '#lib/queries/get-standing.ts'
import { getOwner } from '#lib/queries/owners/get-owner.ts'
import { OwnerCards } from './_cards/owner-cards.tsx'
import { OwnersList } from './owners-list.tsx'
import { readOwnersSearch } from './search.ts'
import { ownersAsked } from './windows.ts'

// What forms send to is the server's alone.
vi.mock('#app/waivers/decide.ts', () => ({ decideWaiver: async () => null }))
vi.mock('#app/waivers/withdraw.ts', () => ({ withdrawWaiver: async () => null }))
vi.mock('#app/_views/keep-view.ts', () => ({ keepView: async () => null }))
vi.mock('#app/_views/remove-view.ts', () => ({ removeView: async () => null }))

const at = new Date('2026-11-23T12:00:00Z')
const today = new Date('2026-11-23T00:00:00Z')
const db = await freshDatabase()
const estate = aRememberedEstate(db, addDays(at, -100))
const log = aRememberedLog(db)
const odd = `${'längster-name-'.repeat(8)}🚚 مالك`

const person = { objectId: 'o', tenantId: 't', name: 'Ana', mail: '', groups: [], roles: ['Kempt.Lead' as const] }
const lead: View = { db, person, scope: everything, at, asOf: null, now: at, groupsIncomplete: false }

beforeAll(async () => {
  await estate.rule('secret-overdue-for-rotation', { severity: 'high', failing: 'Secret is overdue for rotation' })
  await estate.rule('secret-without-expiry', { severity: 'medium', failing: 'Secret has no expiry' })
  for (const daysBefore of [100, 30, 7, 0]) await estate.snapshot(addDays(at, -daysBefore))
  const shop = await estate.vault('kv-shop', { owner: 'ana' })
  const late = await estate.object(shop, 'stripe', { managed: false, createdAt: addDays(at, -90) })
  await estate.finding(late, 'secret-overdue-for-rotation', { owner: 'ana', failingSince: addDays(at, -30) })
  await estate.finding(late, 'secret-without-expiry', { owner: 'ana' })
  for (let place = 1; place <= 12; place++) {
    const object = await estate.object(shop, `plain-${place}`, { managed: false, createdAt: addDays(at, -10) })
    await estate.finding(object, 'secret-without-expiry', { owner: 'ana' })
  }
  await estate.object(shop, 'smtp', { managed: false, createdAt: addDays(at, -58), expiresAt: addDays(today, 12) })
  const mended = await estate.object(shop, 'mended', { managed: false, createdAt: addDays(at, -3) })
  await estate.finding(mended, 'secret-overdue-for-rotation', { owner: 'ana', to: addDays(at, -7) })
  const quiet = await estate.object(shop, 'quiet', { managed: false, createdAt: addDays(at, -10) })
  await estate.finding(quiet, 'secret-without-expiry', { owner: 'ana' })
  await estate.waiver(quiet, 'secret-without-expiry', { from: addDays(at, -20), to: addDays(today, 5) })
  await estate.tally(shop, 'secret-overdue-for-rotation', { owner: 'ana', pass: 13, fail: 2, to: addDays(at, -7) })
  await estate.tally(shop, 'secret-overdue-for-rotation', { owner: 'ana', pass: 14, fail: 1, from: addDays(at, -7) })

  const dark = await estate.vault('kv-dark', { unread: { 'access-log': ['not', 'not-logged'] } })
  await estate.object(dark, 'stray', { managed: false, createdAt: addDays(at, -10) })
  await estate.object(dark, 'one', { owner: odd, managed: false, createdAt: at, kind: 'key' })
  const web = await log.caller('web')
  await log.calls(web, { vaultId: shop.vaultId, name: 'stripe' }, { on: '2026-11-20', at: { 9: 5 } })
})

async function htmlOf(element: ReactElement): Promise<string> {
  const { prelude } = await prerender(element)
  return new Response(prelude).text()
}

/** What stands on the page, without its markup. */
const textOf = (html: string) =>
  html
    .replace(/<(script|style)[\s\S]*?<\/\1>/g, '')
    .replaceAll('<wbr/>', '')
    .replace(/<[^>]*>/g, ' ')
    .replaceAll('&#x27;', "'")
    .replace(/\s+/g, ' ')

async function pageOf(owner: string | null, { view = lead, week = null }: { view?: View; week?: Date | null } = {}) {
  const { scope } = view
  const standing = await getStanding(db, { scope, at })
  const row = standing && (await getOwner(db, scope, { ...ownersAsked(at, standing), owner }))
  if (!standing || !row) throw new Error(`nothing is ${owner}'s`)
  const whose = { owner, path: '/owners/x', name: null }
  return htmlOf(createElement(OwnerCards, { view, standing, whose, row, week }))
}

test('an owner reads what to do first and with which command, what is due, and what a fix changed', async () => {
  const html = await pageOf('ana')
  const text = textOf(html)
  expect(text).toContain('The first 10 of 13 objects and vaults with 14 open findings, the riskiest first.')
  expect(text).toMatch(
    /High : Secret is overdue for rotation and 1 finding more Secret stripe in kv-shop · failing for 100 days/,
  )
  expect(html).toMatch(/<details open="">.*?az keyvault secret set --vault-name kv-shop --name stripe/s)
  expect(html.match(/<details open/g)).toHaveLength(1)
  expect(text).toContain('1 object expires , 15 rotations fall due')
  expect(text).toMatch(/2026-11-25 secret smtp in kv-shop rotation due/)
  expect(text).toContain('1 fixed. Posture moved by +6.7 points since 2026-10-24.')
  expect(text).toContain('1 of 1 in force ends within 30 days')
  expect(text).toMatch(/web application 1 5 0 /)
})

test('every number of an owner leads to the rows of that owner', async () => {
  const html = await pageOf('ana')
  for (const href of [
    '/findings?owner=ana',
    '/findings?severity=high&amp;owner=ana',
    '/findings?status=waived&amp;owner=ana',
    '/findings?status=all&amp;kind=secret&amp;kind=key&amp;kind=certificate&amp;owner=ana',
    '/vaults?owner=ana',
    '/posture?owner=ana',
    '/calendar?view=list&amp;owner=ana&amp;what=rotation',
    '/owners/closed/export.csv?owner=ana',
    '/waivers?state=in-force&amp;owner=ana&amp;sort=ends',
    '/callers/id-of-web',
  ])
    expect(html).toContain(`href="${href}`)
})

test('a week of the chart is a list of its own, and an old one is the whole', async () => {
  const week = textOf(await pageOf('ana', { week: new Date('2026-11-30') }))
  expect(week).toContain('Due 2026-11-30 to 2026-12-06')
  expect(week).toMatch(/2026-12-05 secret smtp in kv-shop expires/)
  expect(week).not.toContain('smtp in kv-shop rotation due')
  expect(textOf(await pageOf('ana', { week: new Date('2026-11-01') }))).toContain('smtp in kv-shop rotation due')
})

test('one object with a long name of any letters, of which nothing is known, is not called good', async () => {
  const text = textOf(await pageOf(odd))
  expect(text).toContain('Nothing has been judged yet')
  expect(text).toContain('Posture Unknown')
  expect(text).toContain('Not known : who reads in 1 of 1 vault without a log')
  expect(text).not.toContain('Nobody reads it')
  expect(text).toContain('No finding was closed.')
})

test('what nobody owns has the same page', async () => {
  const html = await pageOf('none')
  expect(html).toContain('href="/findings?owner=none')
  expect(textOf(html)).toContain('kv-dark')
})

test('for whoever sees only what is theirs, the rows need no name', async () => {
  const view: View = { ...lead, scope: ownedBy('Ana'), person: { ...person, roles: ['Kempt.Owner'] } }
  const html = await pageOf(null, { view })
  expect(html).toContain('href="/findings?severity=high&amp;group=finding"')
  expect(html).not.toContain('owner=')
})

test('the list begins with what nobody owns, and says who is unknown', async () => {
  const standing = await getStanding(db, { scope: everything, at })
  if (!standing) throw new Error('there is no snapshot')
  const html = await htmlOf(createElement(OwnersList, { view: lead, standing, search: readOwnersSearch({}) }))
  const text = textOf(html)
  expect(text).toMatch(/Without an owner .*1 of 18 objects , 5\.6% 1 vault/)
  expect(text).toContain('2 owners')
  expect(text.indexOf('ana')).toBeLessThan(text.indexOf(odd))
  expect(html).toContain('href="/findings?severity=high&amp;owner=ana"')
  expect(html).toContain(`href="/owners/${encodeURIComponent(odd)}"`)
})
