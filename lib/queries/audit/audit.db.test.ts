import { beforeAll, expect, test } from 'vitest'
import { freshDatabase } from '#e2e/database/fresh-database.ts'
import { everything, ownedBy } from '../a-remembered-estate.ts'
import { type AuditDirection, type AuditFilter, everyEvent } from './audit-filter.ts'
import { countAudit } from './count-audit.ts'
import { exportAudit } from './export-audit.ts'
import { listAudit } from './list-audit.ts'
import { shownDetail } from './shown-detail.ts'

const at = new Date('2026-11-23T06:15:00Z')
const db = await freshDatabase()

const lea = { actor: 'lea@halden.example', objectId: 'oid-lea' }
const mateo = { actor: 'mateo.rossi@halden.example', objectId: 'oid-mateo' }
/** Somebody else, who has the mail address now that was Mateo's before. */
const otherMateo = { actor: 'mateo.rossi@halden.example', objectId: 'oid-other' }

beforeAll(async () => {
  const line = (
    when: string,
    { actor, objectId }: typeof lea,
    action: string,
    { subject = null, ...detail }: { subject?: string | null } & Record<string, string | null> = {},
  ) => db.auditEvent.create({ data: { at: new Date(when), actor, action, subject, detail: { ...detail, objectId } } })
  await line('2026-11-01T09:00:00Z', mateo, 'signed-in')
  await line('2026-11-01T23:59:59.999Z', mateo, 'waiver-asked', {
    subject: '2 waivers',
    subjects: 'kv-shop/secret/stripe, kv-pay/key/mastér',
    rules: 'secret-expired',
  })
  await line('2026-11-02T00:00:00Z', lea, 'waiver-declined', { subject: 'kv-shop', note: 'Rotate it: 100% of them.' })
  // Three of one instant.
  await line('2026-11-10T12:00:00Z', lea, 'exported', { subject: '/findings?severity=high', format: 'csv' })
  await line('2026-11-10T12:00:00Z', lea, 'exported', { subject: '/vaults', format: 'json' })
  await line('2026-11-10T12:00:00Z', lea, 'policy-changed', { subject: 'policy version 2', version: '2' })
  await line('2026-11-20T08:00:00Z', otherMateo, 'signed-in')
  // After the instant asked about.
  await line('2026-11-23T06:15:00.001Z', lea, 'signed-out')
})

type Asked = { at?: Date; personId?: string; scope?: typeof everything } & Partial<AuditFilter>
const question = ({ at: asked = at, personId = lea.objectId, scope: _, ...filter }: Asked) => ({
  at: asked,
  personId,
  filter: { ...everyEvent, ...filter },
})
const list = (
  asked: Asked = {},
  { page = 1, pageSize = 25, direction = 'desc' as AuditDirection } = {},
  scope = asked.scope ?? everything,
) => listAudit(db, scope, { ...question(asked), direction, page, pageSize })
const told = async (...asked: Parameters<typeof list>) =>
  (await list(...asked)).map(({ actor, action, subject }) => [actor.split('@')[0], action, subject].join(' ').trim())

test('the latest comes first, and of one instant what was written last', async () => {
  expect(await told()).toEqual([
    'mateo.rossi signed-in',
    'lea policy-changed policy version 2',
    'lea exported /vaults',
    'lea exported /findings?severity=high',
    'lea waiver-declined kv-shop',
    'mateo.rossi waiver-asked 2 waivers',
    'mateo.rossi signed-in',
  ])
})

test('pages neither lose nor repeat a line, even where many are of one instant', async () => {
  for (const direction of ['asc', 'desc'] as const) {
    const pages = await Promise.all([1, 2, 3, 4, 5].map((page) => list({}, { page, pageSize: 2, direction })))
    const ids = pages.flat().map(({ id }) => id)
    expect(new Set(ids).size).toBe(7)
    expect(pages.flat()).toEqual(await list({}, { direction }))
  }
  const [oldest] = await list({}, { direction: 'asc' })
  expect(oldest).toMatchObject({ actor: mateo.actor, action: 'signed-in', at: new Date('2026-11-01T09:00:00Z') })
})

test('an owner sees what they did themselves, and not what somebody else of that name or address did', async () => {
  const scope = ownedBy('mateo.rossi@halden.example')
  expect(await told({ scope, personId: mateo.objectId })).toEqual([
    'mateo.rossi waiver-asked 2 waivers',
    'mateo.rossi signed-in',
  ])
  expect(await told({ scope, personId: otherMateo.objectId })).toEqual(['mateo.rossi signed-in'])
  // A filter by another person does not widen it.
  expect(await told({ scope, personId: mateo.objectId, person: 'lea' })).toEqual([])
  expect(await countAudit(db, scope, question({ personId: mateo.objectId }))).toEqual({ events: 2, people: 1 })
})

test('a past day shows what had been done by then', async () => {
  expect(await told({ at: new Date('2026-11-01T23:59:59.999Z') })).toEqual([
    'mateo.rossi waiver-asked 2 waivers',
    'mateo.rossi signed-in',
  ])
  expect(await told({ at: new Date('2026-10-01T00:00:00Z') })).toEqual([])
})

test.each<[says: string, filter: Partial<AuditFilter>, rows: number]>([
  ['what was done', { actions: ['exported', 'policy-changed'] }, 3],
  ['an action there is none of', { actions: ['robbed'] }, 0],
  ['part of who it was', { person: 'ROSSI' }, 3],
  ['a whole object id', { person: 'OID-mateo' }, 2],
  ['part of an object id, which names nobody', { person: 'oid-' }, 0],
  ['a text that would be a pattern', { person: '%' }, 0],
  ['part of what it was done to', { text: 'severity=HIGH' }, 1],
  ['one of several it was done to, with its accent', { text: 'MASTÉR' }, 1],
  ['a note, in which % is a letter', { text: '100%' }, 1],
  ['the first day', { from: new Date('2026-11-02T00:00:00Z') }, 5],
  ['the last day, to its end', { to: new Date('2026-11-01T00:00:00Z') }, 2],
  ['one day', { from: new Date('2026-11-10T00:00:00Z'), to: new Date('2026-11-10T00:00:00Z') }, 3],
])('can be asked for by %s', async (_, filter, rows) => {
  expect(await list(filter)).toHaveLength(rows)
  expect((await countAudit(db, everything, question(filter))).events).toBe(rows)
})

test('a file holds exactly the lines of the list, in its order', async () => {
  for (const direction of ['asc', 'desc'] as const) {
    const rows: unknown[] = []
    const total = await exportAudit(db, everything, { ...question({ person: 'lea' }), direction }, async (batch) => {
      rows.push(...batch)
    })
    expect(total).toBe(4)
    expect(rows).toEqual(await list({ person: 'lea' }, { direction }))
  }
})

test('two people of one address are two', async () => {
  expect(await countAudit(db, everything, question({}))).toEqual({ events: 7, people: 3 })
})

test('of a detail only what may be shown leaves the database', async () => {
  expect(
    shownDetail({ format: 'csv', secret: 'hunter2', token: 'ey', note: '', version: 3, changed: null, until: true }),
  ).toEqual({ format: 'csv', version: '3', until: 'yes' })
  const [row] = await list({ actions: ['exported'], text: '/vaults' })
  expect(row).toMatchObject({ objectId: 'oid-lea', detail: { format: 'json' } })
  expect(Object.keys(row?.detail ?? {})).toEqual(['format'])
})
