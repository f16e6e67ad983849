import { expect, test } from 'vitest'
import { freshDatabase } from '#e2e/database/fresh-database.ts'
import { keepRefusals, noteRefusal, writeRefusals } from './note-refusal.ts'
import { recordRefusals } from './record-refusals.ts'

const at = new Date('2026-11-23T06:15:00Z')
const mateo = { objectId: 'oid-mateo', tenantId: 't', name: 'Mateo', mail: 'm@halden.example', roles: [], groups: [] }

test('refusals wait for the database, are written once it is there, and name a person or an address', async () => {
  const db = await freshDatabase()
  noteRefusal({ who: { address: '203.0.113.7' }, reason: 'sign-in-failed', subject: 'x' }, at)
  noteRefusal({ who: { person: mateo }, reason: 'not-theirs', subject: '/vaults/kv-pay' }, at)
  noteRefusal({ who: { person: mateo }, reason: 'not-theirs', subject: '/vaults/kv-pay' }, at)
  keepRefusals((lines) => recordRefusals(db, lines))
  await writeRefusals(at)
  await writeRefusals(at, { all: true })
  expect(await db.auditEvent.findMany({ orderBy: { id: 'asc' }, omit: { id: true } })).toEqual([
    {
      at,
      actor: 'nobody signed in',
      action: 'refused',
      subject: 'x',
      detail: { reason: 'sign-in-failed', address: '203.0.113.7' },
    },
    {
      at,
      actor: 'm@halden.example',
      action: 'refused',
      subject: '/vaults/kv-pay',
      detail: { reason: 'not-theirs', objectId: 'oid-mateo', tenantId: 't' },
    },
    {
      at,
      actor: 'm@halden.example',
      action: 'refused',
      subject: '/vaults/kv-pay',
      detail: { reason: 'not-theirs', again: 1, objectId: 'oid-mateo', tenantId: 't' },
    },
  ])
})
