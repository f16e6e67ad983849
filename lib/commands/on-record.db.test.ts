// A deed and its line of the audit log: both, or neither.
import { beforeAll, expect, test } from 'vitest'
import { freshDatabase } from '#e2e/database/fresh-database.ts'
import { policySchema } from '#lib/domain/policy.ts'
import type { Person } from '#lib/domain/scope.ts'
import { aRememberedEstate } from '#lib/queries/a-remembered-estate.ts'
import { everyFinding } from '#lib/queries/findings/finding-filter.ts'
import { askForWaivers } from './ask-for-waivers.ts'
import { decideWaivers } from './decide-waivers.ts'
import { makeCalendarFeed } from './make-calendar-feed.ts'
import type { OnRecord } from './on-record.ts'
import { revokeCalendarFeed } from './revoke-calendar-feed.ts'
import { savePolicy } from './save-policy.ts'
import { withdrawWaivers } from './withdraw-waivers.ts'

const now = new Date('2026-11-23T07:00:00Z')
const db = await freshDatabase()
const estate = aRememberedEstate(db, new Date('2026-09-01T00:00:00Z'))
const roles: Person['roles'] = ['Kempt.Lead']
const actor: Person = {
  objectId: 'id-of-lea',
  tenantId: 't',
  name: 'Lea',
  mail: 'lea@halden.example',
  groups: [],
  roles,
}
const terms = { kind: 'accepted-risk', reason: 'It is known.', endsOn: new Date('2027-01-31T00:00:00Z') } as const
const request = { now, actor, filter: everyFinding, expected: null, terms, approve: false }
const policy = policySchema.parse({ thresholds: { rotationDays: 45 } })

/** What each does once something is there to do it to: the second waiver waits, the first feed is there. */
const deeds: Record<string, (record: OnRecord<unknown>) => Promise<unknown>> = {
  ask: (record) => askForWaivers(db, request, record),
  decide: (record) => decideWaivers(db, { now, actor, which, approve: true, note: '' }, record),
  withdraw: (record) => withdrawWaivers(db, { now, actor, which, note: '' }, record),
  'save a policy': (record) =>
    savePolicy(db, { policy, note: 'x', by: 'Lea', at: now, expectedVersionId: null }, record),
  'make a feed': (record) => makeCalendarFeed(db, { now, actor, extent: 'everything' }, record),
  'revoke a feed': (record) => revokeCalendarFeed(db, { now, actor, id: feed }, record),
}

let which: { ids: number[] }
let feed: number
beforeAll(async () => {
  await estate.rule('secret-expired')
  const shop = await estate.vault('kv-shop')
  await estate.finding(await estate.object(shop, 'asked-for'), 'secret-expired')
  const asked = await askForWaivers(db, request)
  which = { ids: asked.done ? asked.waivers.map(({ id }) => id) : [] }
  await estate.finding(await estate.object(shop, 'not-yet'), 'secret-expired')
  const made = await makeCalendarFeed(db, { now, actor, extent: 'own' })
  feed = made.done ? made.id : 0
})

const kept = async () => [
  await db.waiver.findMany({ orderBy: { id: 'asc' } }),
  await db.calendarFeed.findMany({ orderBy: { id: 'asc' } }),
  await db.policyVersion.findMany(),
]

test.each(Object.entries(deeds))('to %s is undone where it cannot be put on record', async (_, deed) => {
  const before = await kept()
  const cannot = () => Promise.reject(new Error('no line can be written'))
  await expect(deed(cannot)).rejects.toThrow('no line can be written')
  expect(await kept()).toEqual(before)
  let seenInside = 0
  await deed(async (tx) => {
    await tx.auditEvent.create({ data: { at: now, actor: 'lea', action: 'waiver-asked', subject: null, detail: {} } })
    seenInside += 1
  })
  expect(seenInside).toBe(1)
  expect(await kept()).not.toEqual(before)
})
