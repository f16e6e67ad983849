// What somebody sees of their saved views, from what is stored.
import { createElement } from 'react'
import { prerender } from 'react-dom/static'
import { beforeAll, expect, test, vi } from 'vitest'
import { freshDatabase } from '#e2e/database/fresh-database.ts'
import type { View } from '#app/view.ts'
import { saveView } from '#lib/commands/save-view.ts'
import { everything } from '#lib/queries/a-remembered-estate.ts'
import { SavedViews } from './saved-views.tsx'

// What a form sends to is the server's alone.
vi.mock('./keep-view.ts', () => ({ keepView: async () => null }))
vi.mock('./remove-view.ts', () => ({ removeView: async () => null }))

const now = new Date('2026-11-23T06:15:00Z')
const db = await freshDatabase()

const viewOf = (objectId: string, asOf: string | null = null): View => {
  const person = { objectId, tenantId: 't', name: 'Ana', mail: '', groups: [], roles: ['Kempt.Lead' as const] }
  return { db, person, scope: everything, at: now, asOf, now, groupsIncomplete: false }
}

async function html(view: View, href: string): Promise<string> {
  const { prelude } = await prerender(createElement(SavedViews, { view, path: '/findings', href }))
  return new Response(prelude).text()
}

const wide = `${'w'.repeat(80)}`

beforeAll(async () => {
  const save = (personId: string, name: string, query: string) =>
    saveView(db, { now, view: { personId, path: '/findings', query }, name, replaces: null })
  await save('ana', 'Mine', 'owner=ana')
  await save('ana', '<b>مراجعة</b> 🚒', 'severity=high')
  for (let number = 1; number <= 30; number++) await save('bo', `View ${number}`, `q=${number}`)
  await save('cleo', wide, '')
  await db.savedView.create({
    data: { personId: 'dan', path: '/findings', name: 'Off', query: '//evil.example?q=a#x', createdAt: now },
  })
})

test('who keeps none is offered to keep the one that is looked at', async () => {
  const text = await html(viewOf('nobody'), '/findings?severity=high')
  expect(text).toContain('Save this view')
  expect(text).not.toContain('Saved views')
  expect(text).toContain('<input type="hidden" name="view" value="/findings?severity=high"/>')
})

test('a view is a link by its name, and the one that is looked at says so', async () => {
  const text = await html(viewOf('ana'), '/findings?severity=high&page=1')
  expect(text).toContain('href="/findings?owner=ana"')
  expect(text).toMatch(/<a[^>]*aria-current="true"[^>]*href="\/findings\?severity=high"/)
  expect(text.match(/aria-current/g)).toHaveLength(1)
  expect(text).toContain('<bdi>&lt;b&gt;مراجعة&lt;/b&gt; 🚒</bdi>')
  expect(text).toContain('aria-label="Remove the saved view Mine"')
})

test('on a past day its views lead to that day', async () => {
  const text = await html(viewOf('ana', '2026-11-01'), '/findings?asOf=2026-11-01&owner=ana')
  expect(text).toMatch(/<a[^>]*aria-current="true"[^>]*href="\/findings\?owner=ana&amp;asOf=2026-11-01"/)
})

test('of many some are in sight, and the others behind their number', async () => {
  const text = await html(viewOf('bo'), '/findings')
  expect(text).toContain('24 more')
  expect(text.match(/aria-label="Remove/g)).toHaveLength(30)
  // The one that is looked at is not hidden.
  expect(await html(viewOf('bo'), '/findings?q=30')).toContain('<details open="" class="open:basis-full">')
})

test('a long name is cut in sight and whole in its title; the usual view is a view too', async () => {
  const text = await html(viewOf('cleo'), '/findings')
  expect(text).toContain(`title="${wide}"`)
  expect(text).toMatch(/<a[^>]*aria-current="true"[^>]*href="\/findings"/)
})

test('what is stored leads nowhere but to the list', async () => {
  expect(await html(viewOf('dan'), '/findings')).not.toMatch(/(href|action)="[^"]*evil/)
})
