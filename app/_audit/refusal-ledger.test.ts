import { expect, test } from 'vitest'
import type { Person } from '#lib/domain/scope.ts'
import { createRefusalLedger, type Refusal } from './refusal-ledger.ts'

const start = new Date('2026-11-23T06:00:00Z').getTime()
const after = (minutes: number) => new Date(start + minutes * 60_000)

const mateo: Person = { objectId: 'oid-mateo', tenantId: 't', name: 'Mateo', mail: 'm@x', roles: [], groups: [] }
const theirs = (subject: string): Refusal => ({ who: { person: mateo }, reason: 'not-theirs', subject })
const unknown = (address: string, subject = '/api/search'): Refusal => ({
  who: { address },
  reason: 'not-signed-in',
  subject,
})
const told = (ledger: ReturnType<typeof createRefusalLedger>, minutes: number, all = false) =>
  ledger
    .takeLines(after(minutes), { all })
    .map(({ subject, again, who }) => [subject, again, 'address' in who ? who.address : who.person.objectId])

test('the first is a line at once, and the others of its hour are one more when the hour is over', () => {
  const ledger = createRefusalLedger()
  for (let minute = 0; minute < 42; minute += 1) ledger.note(theirs('/vaults/kv-pay'), after(minute))
  expect(told(ledger, 42)).toEqual([['/vaults/kv-pay', 0, 'oid-mateo']])
  expect(told(ledger, 59)).toEqual([])
  expect(ledger.takeLines(after(60))).toMatchObject([{ subject: '/vaults/kv-pay', again: 41, at: after(41) }])
  expect(told(ledger, 61)).toEqual([])
  ledger.note(theirs('/vaults/kv-pay'), after(62))
  expect(told(ledger, 62)).toEqual([['/vaults/kv-pay', 0, 'oid-mateo']])
})

test('an hour that nobody asked about is not lost when the next refusal comes, nor when the app ends', () => {
  const ledger = createRefusalLedger()
  ledger.note(theirs('/a'), after(1))
  ledger.note(theirs('/a'), after(2))
  ledger.note(theirs('/b'), after(90))
  ledger.note(theirs('/b'), after(91))
  expect(told(ledger, 92)).toEqual([
    ['/a', 0, 'oid-mateo'],
    ['/a', 1, 'oid-mateo'],
    ['/b', 0, 'oid-mateo'],
  ])
  expect(told(ledger, 92, true)).toEqual([['/b', 1, 'oid-mateo']])
})

test('somebody who tries every name has a hundred lines an hour, and one that counts the rest', () => {
  const ledger = createRefusalLedger()
  for (let name = 0; name < 5000; name += 1) ledger.note(theirs(`/vaults/kv-${name}`), after(5))
  const lines = told(ledger, 6)
  expect(lines).toHaveLength(101)
  expect(lines.at(-1)).toEqual([null, 0, 'oid-mateo'])
  expect(told(ledger, 60)).toEqual([[null, 4899, 'oid-mateo']])
})

test('a flood from everywhere, under every name, has a line for fifty addresses and one for all the others', () => {
  const ledger = createRefusalLedger()
  for (let one = 0; one < 20_000; one += 1) {
    ledger.note(unknown(`203.0.113.${one % 1000}`, `/api/${'x'.repeat(5000)}${one}`), after(5))
  }
  const lines = ledger.takeLines(after(6))
  expect(lines).toHaveLength(51)
  expect(Math.max(...lines.map(({ subject }) => subject?.length ?? 0))).toBe(300)
  expect(told(ledger, 60).at(-1)?.slice(1)).toEqual([18_999, 'other addresses'])
})

test('what could not be written is kept for the next time, up to a number', () => {
  const ledger = createRefusalLedger({ mostSubjects: 100, mostAddresses: 50, mostWaiting: 3 })
  ledger.note(theirs('/a'), after(1))
  const lines = ledger.takeLines(after(1))
  ledger.note(theirs('/b'), after(2))
  ledger.putBack(lines)
  expect(told(ledger, 3).map(([subject]) => subject)).toEqual(['/a', '/b'])
  ledger.putBack([...lines, ...lines, ...lines, ...lines])
  expect(told(ledger, 4)).toHaveLength(3)
})
