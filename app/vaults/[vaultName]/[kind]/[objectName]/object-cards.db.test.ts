// What the cards of an object say, from what is remembered: of one that is read and rotated, of one nothing is known of, and of one
// that is gone.
import type { ReactElement } from 'react'
import { createElement } from 'react'
import { prerender } from 'react-dom/static'
import { beforeAll, expect, test, vi } from 'vitest'
import { freshDatabase } from '#e2e/database/fresh-database.ts'
import type { View } from '#app/view.ts'
import { aRememberedEstate, everything } from '#lib/queries/a-remembered-estate.ts'
import { aRememberedLog } from '#lib/queries/a-remembered-log.ts'
import { getObject, type ObjectDetail } from '#lib/queries/objects/get-object.ts'
import { ChangesCard } from './changes-card.tsx'
import { FindingsCard } from './findings-card.tsx'
import { GoneCard } from './gone-card.tsx'
import { HeadCard } from './head-card.tsx'
import { HoursCard } from './_log/hours-card.tsx'
import { LifelineCard } from './_lifeline/lifeline-card.tsx'
import { OperationsCard } from './_log/operations-card.tsx'
import { ReadersCard } from './_log/readers-card.tsx'
import { RefusalsCard } from './_log/refusals-card.tsx'
import { RotationCard } from './_rotation/rotation-card.tsx'
import { VersionsCard } from './_lifeline/versions-card.tsx'

// What a form sends to is the server's alone.
vi.mock('#app/waivers/ask.ts', () => ({ askForWaiver: async () => null }))

const day = (text: string) => new Date(`${text}T06:00:00Z`)
const at = new Date('2026-11-23T12:00:00Z')
const db = await freshDatabase()
const estate = aRememberedEstate(db, day('2026-08-01'))
const log = aRememberedLog(db)
const [old, current] = ['a1b2c3d4'.repeat(4), 'e5f6a7b8'.repeat(4)]

const person = { objectId: 'o', tenantId: 't', name: 'Ana', mail: '', groups: [], roles: ['Kempt.Lead' as const] }
const view: View = { db, person, scope: everything, at, asOf: null, now: at, groupsIncomplete: false }
const cards = [
  ChangesCard,
  FindingsCard,
  HeadCard,
  HoursCard,
  LifelineCard,
  OperationsCard,
  ReadersCard,
  RefusalsCard,
  RotationCard,
  VersionsCard,
]

beforeAll(async () => {
  await estate.rule('secret-overdue-for-rotation', { severity: 'high', failing: 'Secret is overdue for rotation' })
  await estate.snapshot(day('2026-11-23'))
  const shop = await estate.vault('kv-shop', { owner: 'ana' })
  const dark = await estate.vault('kv-dark', {
    unread: { 'access-log': ['not', 'not-logged'], versions: ['not', 'forbidden'], deleted: ['not', 'forbidden'] },
  })
  const tags = { 'Zweck 🚚': 'مفتاح الدفع', note: 'x'.repeat(256) }
  const stripe = await estate.object(shop, 'stripe', {
    tags,
    createdAt: day('2026-11-01'),
    expiresAt: day('2027-01-01'),
  })
  await estate.finding(stripe, 'secret-overdue-for-rotation', { because: 'It is late.' })
  for (const [version, createdAt] of [
    [old, day('2026-08-01')],
    [current, day('2026-11-01')],
  ] as const)
    await db.objectVersion.create({
      data: { ...stripe, version, enabled: true, createdAt, updatedAt: createdAt, validFrom: day('2026-08-01') },
    })
  await log.heard(shop, await log.workspace({ from: day('2026-10-01'), until: at }), {
    from: '2026-10-01',
    to: '2026-11-23',
  })
  const read = { vaultId: shop.vaultId, name: 'stripe' }
  const [web, batch] = [await log.caller('web'), await log.caller('batch', { identity: 'a/b c' })]
  await log.calls(web, read, { on: '2026-10-30', version: old })
  await log.calls(web, read, { on: '2026-11-20', version: current, at: { 9: 5 } })
  await log.calls(batch, read, { on: '2026-11-20', version: old })
  await log.calls(batch, read, { on: '2026-11-19', operation: 'SecretBackup' })
  await log.calls(batch, read, { on: '2026-11-18', outcome: 'denied' })
  await estate.object(shop, 'quiet')
  await estate.object(dark, 'dim', { createdAt: day('2026-07-01') })
  await estate.object(dark, 'gone', { goneAt: day('2026-11-10') })
  await estate.object(shop, 'tls', { kind: 'certificate' })
  await estate.object(shop, 'tls', { managed: true })
})

async function objectNamed(vaultName: string, name: string, kind: ObjectDetail['kind'] = 'secret') {
  const object = await getObject(db, everything, { at, vaultName, kind, name })
  if (!object) throw new Error(`there is no ${name}`)
  return object
}

/** What stands on the page, without its markup. */
async function textOf(element: ReactElement): Promise<string> {
  const { prelude } = await prerender(element)
  const html = await new Response(prelude).text()
  return html
    .replace(/<(script|style)[\s\S]*?<\/\1>/g, '')
    .replace(/<[^>]*>/g, ' ')
    .replaceAll('&#x27;', "'")
    .replace(/\s+/g, ' ')
}

const said = (Card: (typeof cards)[number], object: ObjectDetail) => textOf(createElement(Card, { view, object }))

test('a secret that is rotated and read says who follows and who breaks', async () => {
  const object = await objectNamed('kv-shop', 'stripe')
  expect(await said(RotationCard, object)).toContain(
    '1 caller follows by itself, 1 names version a1b2c3d4: it breaks when that version is disabled.',
  )
  expect(await said(LifelineCard, object)).toContain(
    'Rotated once, after 92 days: too late. The current version is 22 days old.',
  )
  expect(await said(FindingsCard, object)).toContain('It is late.')
  expect(await said(HeadCard, object)).toContain('مفتاح الدفع')
  expect(await said(ReadersCard, object)).toMatch(/web application 6 0\.2 a day .* e5f6a7b8 , a1b2c3d4 5 4 0 0/)
  expect(await said(OperationsCard, object)).toMatch(/Backup SecretBackup batch application Done 1/)
  expect(await said(RefusalsCard, object)).toMatch(/batch application Refused/)
})

test('a caller whose id is no name of a page has its page all the same', async () => {
  const { prelude } = await prerender(
    createElement(RotationCard, { view, object: await objectNamed('kv-shop', 'stripe') }),
  )
  expect(await new Response(prelude).text()).toContain('href="/callers/a%2Fb%20c"')
})

test('that nobody reads it is said only where the log covers it', async () => {
  expect(await said(RotationCard, await objectNamed('kv-shop', 'quiet'))).toContain(
    'Nobody read it in the 31 days since 2026-10-24.',
  )
  const dim = await objectNamed('kv-dark', 'dim')
  expect(await said(RotationCard, dim)).toContain('Who reads it is not known : No audit log of the vault arrives')
  expect(await said(RefusalsCard, dim)).toContain('Not covered')
  expect(await said(RefusalsCard, dim)).not.toContain('No call to it was refused')
  expect(await said(LifelineCard, dim)).toContain('Its list of versions was never read. Azure refused')
})

test('what belongs to a certificate leads to it', async () => {
  const object = await objectNamed('kv-shop', 'tls')
  expect(await said(FindingsCard, object)).toContain('It is judged as a part of its certificate')
  expect(await said(HeadCard, object)).toContain('the certificate of the same name')
})

test('what is gone says since when, and that nobody knows whether it can be recovered where that was not read', async () => {
  const object = await objectNamed('kv-dark', 'gone')
  const gone = await textOf(createElement(GoneCard, { view, object, goneAt: day('2026-11-10') }))
  expect(gone).toContain('Since 2026-11-10')
  expect(gone).toContain('whether it can be recovered; the deleted objects of the vault were not read. Azure refused')
})

test.each([
  ['kv-shop', 'stripe', 'secret'],
  ['kv-shop', 'quiet', 'secret'],
  ['kv-dark', 'dim', 'secret'],
  ['kv-dark', 'gone', 'secret'],
  ['kv-shop', 'tls', 'certificate'],
] as const)('every card of %s/%s can be drawn', async (vault, name, kind) => {
  const object = await objectNamed(vault, name, kind)
  for (const Card of cards) expect(await said(Card, object), Card.name).not.toBe('')
})
