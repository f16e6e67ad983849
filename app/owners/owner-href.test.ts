import { expect, test } from 'vitest'
import { everything, ownedBy } from '#lib/queries/a-remembered-estate.ts'
import { ownerHref, ownerIn } from './owner-href.ts'

const lead = { scope: everything, asOf: null }

test.each([
  'ana silva',
  'ana.silva@halden.example',
  'r&d / ops?',
  'équipe 🚚',
  'مالك الدفع',
  '50% team',
  'x'.repeat(127),
])('the name %j survives the way through an address', (owner) => {
  const href = ownerHref(owner, lead) ?? ''
  expect(href).toMatch(/^\/owners\/[^/?#\s]+$/)
  expect(ownerIn(href.split('/')[2] ?? '')).toBe(owner)
})

test('nobody has a page too, and a view of the past leads to one of the same day', () => {
  expect(ownerHref(null, { ...lead, asOf: '2026-11-01' })).toBe('/owners/none?asOf=2026-11-01')
})

test('a name is found as people write it', () => {
  expect(ownerIn('Ana%20Silva%20%3CAna.Silva%40Halden.example%3E')).toBe('ana.silva@halden.example')
  expect(ownerIn('DISPATCH')).toBe('dispatch')
})

test.each(['%', '%zz', '%ff', '%00', '%20', ';', 'x'.repeat(301)])('%j is no name of anybody', (segment) => {
  expect(ownerIn(segment)).toBeNull()
})

test('whoever sees only what is theirs has the way to their own names alone', () => {
  const view = { scope: ownedBy('Ana'), asOf: null }
  expect(ownerHref('ana', view)).toBe('/owners/ana')
  expect(ownerHref('ben', view)).toBeNull()
  expect(ownerHref(null, view)).toBeNull()
})
