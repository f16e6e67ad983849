// Long, because asking, deciding and withdrawing are told as one life of a waiver, on one estate.
import { beforeAll, beforeEach, expect, test } from 'vitest'
import { freshDatabase } from '#e2e/database/fresh-database.ts'
import type { Person } from '#lib/domain/scope.ts'
import {
  aRememberedEstate,
  everything,
  ownedBy,
  type RememberedObject,
  type RememberedVault,
} from '#lib/queries/a-remembered-estate.ts'
import { everyFinding, type FindingFilter } from '#lib/queries/findings/finding-filter.ts'
import { byRisk } from '#lib/queries/findings/finding-order.ts'
import { listFindings } from '#lib/queries/findings/list-findings.ts'
import { countWaivable } from '#lib/queries/waivers/count-waivable.ts'
import { askForWaivers, type WaiverRequest } from './ask-for-waivers.ts'
import { decideWaivers } from './decide-waivers.ts'
import { withdrawWaivers } from './withdraw-waivers.ts'

const day = (text: string) => new Date(`${text}T00:00:00Z`)
const now = new Date('2026-11-23T07:00:00Z')
const db = await freshDatabase()
const estate = aRememberedEstate(db, day('2026-09-01'))

const person = (name: string, role: Person['roles'][number], ...more: Person['roles']): Person => ({
  objectId: `id-of-${name}`,
  tenantId: 't',
  name,
  mail: `${name}@halden.example`,
  roles: [role, ...more],
  groups: [],
})
const lead = person('lea', 'Kempt.Lead')
const ana = person('ana', 'Kempt.Owner')
const bo = person('bo', 'Kempt.Owner')
const reader = person('rita', 'Kempt.Reader')

let shop: RememberedVault
let stripe: RememberedObject
let smtp: RememberedObject

beforeAll(async () => {
  await estate.rule('secret-expired', { severity: 'high' })
  await estate.rule('secret-without-expiry')
  await estate.rule('vault-open-to-internet', { subject: 'vault' })
  shop = await estate.vault('kv-shop', { owner: 'ana' })
  const pay = await estate.vault('kv-pay', { owner: 'bo' })
  stripe = await estate.object(shop, 'stripe')
  smtp = await estate.object(shop, 'smtp', { owner: 'bo' })
  const mended = await estate.object(shop, 'mended')
  await estate.finding(shop, 'vault-open-to-internet')
  await estate.finding(stripe, 'secret-expired')
  await estate.finding(stripe, 'secret-without-expiry')
  await estate.finding(smtp, 'secret-without-expiry')
  await estate.finding(pay, 'vault-open-to-internet')
  await estate.finding(mended, 'secret-expired', { to: day('2026-10-01') })
  await estate.unknown(mended, 'secret-without-expiry')
})

beforeEach(() => db.waiver.deleteMany())

const terms: WaiverRequest['terms'] = { kind: 'accepted-risk', reason: 'It is known.', endsOn: day('2027-01-31') }

const ask = (
  actor: Person,
  { filter = {}, ...more }: Partial<Omit<WaiverRequest, 'filter'>> & { filter?: Partial<FindingFilter> } = {},
) =>
  askForWaivers(db, {
    now,
    actor,
    filter: { ...everyFinding, ...filter },
    expected: null,
    terms,
    approve: false,
    ...more,
  })

const one = (subject: RememberedObject, ruleId: string) => ({
  filter: { rules: [ruleId] },
  only: { objectId: subject.objectId },
})

/** The findings of the list at an instant, as "name rule". */
const listed = async (at: Date, status: FindingFilter['status'] = 'fail', scope = everything) => {
  const rows = await listFindings(db, scope, {
    at,
    filter: { ...everyFinding, status },
    order: byRisk,
    page: 1,
    pageSize: 99,
  })
  return rows.flatMap(({ name, findings }) => findings.map(({ ruleId }) => `${name} ${ruleId}`)).sort()
}

async function done<Result extends { done: boolean }>(result: Promise<Result>): Promise<Result & { done: true }> {
  const answer = await result
  if (!answer.done) throw new Error(`refused: ${JSON.stringify(answer)}`)
  return answer as Result & { done: true }
}

test('an owner asks, a lead approves, and from that instant to the end of the last day the finding is waived', async () => {
  const asked = await done(ask(ana, one(stripe, 'secret-expired')))
  expect(asked).toMatchObject({ left: 0, waivers: [{ ruleId: 'secret-expired', subject: 'kv-shop/secret/stripe' }] })
  expect(await listed(now, 'waived')).toEqual([])

  const approvedAt = new Date('2026-11-24T09:30:00Z')
  await done(
    decideWaivers(db, { now: approvedAt, actor: lead, which: { batch: asked.batch }, approve: true, note: '' }),
  )
  const finding = 'stripe secret-expired'
  expect(await listed(new Date(approvedAt.getTime() - 1))).toContain(finding)
  expect(await listed(approvedAt)).not.toContain(finding)
  expect(await listed(approvedAt, 'waived')).toEqual([finding])
  expect(await listed(new Date('2027-01-31T23:59:59.999Z'), 'waived')).toEqual([finding])
  expect(await listed(day('2027-02-01'))).toContain(finding)
  expect(await listed(day('2027-02-01'), 'waived')).toEqual([])
  expect(await db.waiver.findFirst()).toMatchObject({
    askedBy: 'ana@halden.example',
    askedById: 'id-of-ana',
    askedAt: now,
    decidedBy: 'lea@halden.example',
    decidedAt: approvedAt,
    approved: true,
    endsOn: day('2027-01-31'),
    validTo: day('2027-02-01'),
  })
})

test('a lead asks and approves in one step, and is recorded as both', async () => {
  await done(ask(lead, { ...one(stripe, 'secret-expired'), approve: true }))
  expect(await db.waiver.findFirst()).toMatchObject({
    askedById: 'id-of-lea',
    decidedById: 'id-of-lea',
    decidedAt: now,
    validFrom: now,
  })
})

test('an owner cannot approve, not even by asking', async () => {
  expect(await ask(ana, { approve: true })).toMatchObject({ done: false, problem: 'not-allowed' })
  const { batch } = await done(ask(ana, one(stripe, 'secret-expired')))
  for (const actor of [ana, bo, reader]) {
    expect(await decideWaivers(db, { now, actor, which: { batch }, approve: true, note: '' })).toEqual({
      done: false,
      problem: 'not-allowed',
    })
  }
})

test('a reader may do nothing, and reads everything without being its owner', async () => {
  expect(await ask(reader)).toMatchObject({ problem: 'not-allowed' })
  const both = person('bo', 'Kempt.Reader', 'Kempt.Owner')
  expect((await done(ask(both))).waivers.map(({ subject }) => subject).sort()).toEqual([
    'kv-pay',
    'kv-shop/secret/smtp',
  ])
})

test('what is another owner’s cannot be asked for, whatever id is sent', async () => {
  expect(await ask(bo, one(stripe, 'secret-expired'))).toMatchObject({ done: false, problem: 'nothing-fails' })
  expect(await ask(bo, { filter: {}, only: { vaultId: shop.vaultId } })).toMatchObject({ problem: 'nothing-fails' })
  expect(await db.waiver.count()).toBe(0)
})

test('only what fails now can be waived', async () => {
  const mended = await db.vaultObject.findFirstOrThrow({ where: { name: 'mended' } })
  const subject = { vaultId: mended.vaultId, objectId: mended.id }
  expect(await ask(lead, one(subject, 'secret-expired'))).toMatchObject({ problem: 'nothing-fails' })
  expect(await ask(lead, one(subject, 'secret-without-expiry'))).toMatchObject({ problem: 'nothing-fails' })
})

test.each<[problem: string, changed: Partial<typeof terms>]>([
  ['reason-missing', { reason: '  \n' }],
  ['reason-too-long', { reason: 'x'.repeat(1001) }],
  ['ends-in-the-past', { endsOn: day('2026-11-22') }],
  ['ends-too-late', { endsOn: day('2027-11-25') }],
])('terms that cannot be are refused: %s', async (problem, changed) => {
  expect(await ask(ana, { terms: { ...terms, ...changed } })).toMatchObject({ done: false, problem })
})

test('a waiver may end today, and after 366 days at the latest', async () => {
  await done(ask(ana, { ...one(stripe, 'secret-expired'), terms: { ...terms, endsOn: day('2026-11-23') } }))
  await done(ask(ana, { ...one(stripe, 'secret-without-expiry'), terms: { ...terms, endsOn: day('2027-11-24') } }))
})

test('what is asked for or waived already is not asked for again, and can be once that is over', async () => {
  const stripeExpired = one(stripe, 'secret-expired')
  const { batch } = await done(ask(ana, stripeExpired))
  expect(await ask(lead, { ...stripeExpired, approve: true })).toMatchObject({ problem: 'asked-already' })
  await done(decideWaivers(db, { now, actor: lead, which: { batch }, approve: true, note: '' }))
  expect(await ask(ana, stripeExpired)).toMatchObject({ problem: 'waived-already' })
  await done(ask(ana, { ...stripeExpired, now: day('2027-02-01'), terms: { ...terms, endsOn: day('2027-03-01') } }))
})

test('a request whose last day went by undecided blocks nothing, and cannot be approved any more', async () => {
  const { batch } = await done(ask(ana, one(stripe, 'secret-expired')))
  const later = day('2027-02-01')
  expect(await decideWaivers(db, { now: later, actor: lead, which: { batch }, approve: true, note: '' })).toEqual({
    done: false,
    problem: 'not-waiting',
  })
  await done(ask(ana, { ...one(stripe, 'secret-expired'), now: later, terms: { ...terms, endsOn: day('2027-03-01') } }))
})

test('of many who ask for the same at once, one is heard', async () => {
  const answers = await Promise.all(
    [ana, lead, ana, lead].map((actor) => ask(actor, { ...one(stripe, 'secret-expired'), approve: actor === lead })),
  )
  expect(answers.filter((answer) => answer.done)).toHaveLength(1)
  expect(await db.waiver.count()).toBe(1)
})

test('of two who approve and withdraw at once, neither is lost and the interval stays one', async () => {
  const { batch } = await done(ask(ana, one(stripe, 'secret-expired')))
  const later = new Date(now.getTime() + 1000)
  await Promise.all([
    decideWaivers(db, { now: later, actor: lead, which: { batch }, approve: true, note: '' }),
    withdrawWaivers(db, { now: later, actor: ana, which: { batch }, note: '' }),
  ])
  const [waiver] = await db.waiver.findMany()
  expect(waiver?.withdrawnAt).toEqual(later)
  expect(await listed(later, 'waived')).toEqual([])
})

test('a filtered set is asked for at once: every failing rule shown there, and nothing of anybody else’s', async () => {
  const filter = { ...everyFinding, rules: ['secret-without-expiry', 'secret-expired'] }
  const counted = await countWaivable(db, ownedBy('ana'), { at: now, filter })
  expect(counted).toEqual({ findings: 3, subjects: 2, rules: 2 })
  const first = await done(ask(ana, { filter, expected: 3 }))
  expect(new Set(first.waivers.map(({ batch }) => batch))).toEqual(new Set([first.batch]))
  expect(first.waivers).toHaveLength(3)

  const second = await done(ask(lead, { approve: true }))
  expect(second).toMatchObject({ left: 3 })
  expect(second.waivers.map(({ subject }) => subject).sort()).toEqual(['kv-pay', 'kv-shop'])
})

test('a set that is not what was shown any more is left alone', async () => {
  expect(await ask(lead, { expected: 4 })).toEqual({ done: false, problem: 'changed-meanwhile', findings: 5 })
  expect(await db.waiver.count()).toBe(0)
})

test('more than a thousand at once are refused, with their number', async () => {
  const big = await estate.vault('kv-big', { owner: 'many' })
  await db.vaultObject.createMany({
    data: Array.from({ length: 1001 }, (_, i) => ({
      vaultId: big.vaultId,
      kind: 'secret' as const,
      name: `s${i}`,
      nameKey: `s${i}`,
      seenFirstAt: day('2026-09-01'),
    })),
  })
  const objects = await db.vaultObject.findMany({ where: { vaultId: big.vaultId } })
  await db.verdict.createMany({
    data: objects.map(({ id }) => ({
      ruleId: 'secret-expired',
      vaultId: big.vaultId,
      objectId: id,
      status: 'fail' as const,
      validFrom: day('2026-09-01'),
      because: 'It is.',
      facts: {},
    })),
  })
  const filter = { vault: 'kv-big' }
  expect(await ask(lead, { filter })).toEqual({ done: false, problem: 'too-many', findings: 1001 })
  await db.verdict.delete({
    where: { id: (await db.verdict.findFirstOrThrow({ where: { vaultId: big.vaultId } })).id },
  })
  expect((await done(ask(lead, { filter, approve: true }))).waivers).toHaveLength(1000)
  await db.vault.delete({ where: { id: big.vaultId } })
})

test('declining takes a reason, and the finding goes on counting', async () => {
  const { batch } = await done(ask(ana, one(stripe, 'secret-expired')))
  const decline = (note: string) => decideWaivers(db, { now, actor: lead, which: { batch }, approve: false, note })
  expect(await decline(' ')).toEqual({ done: false, problem: 'note-missing' })
  await done(decline('Rotate it.'))
  expect(await db.waiver.findFirst()).toMatchObject({ approved: false, note: 'Rotate it.', validFrom: null })
  expect(await listed(now)).toContain('stripe secret-expired')
  expect(await decline('Again.')).toEqual({ done: false, problem: 'not-waiting' })
  await done(ask(ana, one(stripe, 'secret-expired')))
})

test('what was mended meanwhile is not approved: there is nothing left to waive', async () => {
  const later = day('2026-12-01')
  const key = await estate.object(shop, 'key-of-today', {})
  await estate.finding(key, 'secret-expired', { to: new Date('2026-11-30T00:00:00Z') })
  const { batch } = await done(ask(ana, { filter: { rules: ['secret-expired'] }, expected: 2 }))
  const approve = () => decideWaivers(db, { now: later, actor: lead, which: { batch }, approve: true, note: '' })
  expect(await done(approve())).toMatchObject({ left: 1, waivers: [{ subject: 'kv-shop/secret/stripe' }] })
  expect(await approve()).toEqual({ done: false, problem: 'nothing-left' })
})

test('who asked withdraws their own, a lead anybody’s, and the finding is back at that instant', async () => {
  const { batch, waivers } = await done(ask(ana, one(stripe, 'secret-expired')))
  await done(decideWaivers(db, { now, actor: lead, which: { batch }, approve: true, note: '' }))
  const later = new Date('2026-11-25T12:00:00Z')
  const withdraw = (actor: Person, note = '') =>
    withdrawWaivers(db, { now: later, actor, which: { ids: waivers.map(({ id }) => id) }, note })
  expect(await withdraw(bo)).toEqual({ done: false, problem: 'not-allowed' })
  expect(await withdraw(reader)).toEqual({ done: false, problem: 'not-allowed' })
  await done(withdraw(ana, 'Mended.'))
  expect(await withdraw(lead)).toEqual({ done: false, problem: 'not-standing' })
  expect(await listed(new Date(later.getTime() - 1), 'waived')).toEqual(['stripe secret-expired'])
  expect(await listed(later)).toContain('stripe secret-expired')
  expect(await db.waiver.findFirst()).toMatchObject({
    withdrawnBy: 'ana@halden.example',
    note: 'Mended.',
    validTo: later,
  })

  const again = await done(ask(ana, { ...one(stripe, 'secret-expired'), now: later }))
  await done(withdrawWaivers(db, { now: later, actor: lead, which: { batch: again.batch }, note: '' }))
})
