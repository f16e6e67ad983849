import { expect, test } from 'vitest'
import { waiverChips } from './chips.ts'
import { doneHref, doneText } from './done.ts'
import { endingText } from './ending-text.ts'
import { waiverColumns, waiverExport } from './export-rows.ts'
import { paramsOf } from './read-href.ts'
import { defaultWaiversSearch, readWaiversSearch, waiversHref, withoutWaiverFilters } from './search.ts'

const readHref = (href: string) => readWaiversSearch(paramsOf(href))

test('no parameter is the default view, and nonsense is none', () => {
  expect(readWaiversSearch({})).toEqual(defaultWaiversSearch)
  expect(waiversHref(defaultWaiversSearch, null)).toBe('/waivers')
  expect(
    readWaiversSearch({ state: 'dead', kind: 'x', rule: '--', batch: 'all', sort: 'x', dir: 'up', page: '-1' }),
  ).toEqual(defaultWaiversSearch)
})

test.each([
  '/waivers?asOf=2026-11-01&state=in-force&kind=fix-pending&rule=secret-expired&vault=kv-shop&owner=none&q=bank&page=2',
  '/waivers?batch=11111111-2222-4333-8444-555555555555&sort=ends&dir=desc',
  '/waivers?sort=asked&dir=asc',
])('an address comes back as it was: %s', (href) => {
  expect(waiversHref(readHref(href), new URL(href, 'http://own.invalid').searchParams.get('asOf'))).toBe(href)
})

test('filters read like words, and clearing them keeps the state', () => {
  const search = readHref('/waivers?state=asked&kind=false-positive&vault=kv-shop&q=bank')
  expect(waiverChips(search, null).map(({ label }) => label)).toEqual([
    'Holds “bank”',
    'Kind: false positive',
    'Vault: kv-shop',
  ])
  expect(waiversHref(withoutWaiverFilters(search), null)).toBe('/waivers?state=asked')
})

test('where a form stood may be sent as anything', () => {
  expect(paramsOf('https://evil.example/?state=asked')).toEqual({ state: ['asked'] })
  expect([paramsOf(null), paramsOf('http://')]).toEqual([{}, {}])
})

test('what was done is said once, on the page that comes back', () => {
  const href = doneHref(readHref('/waivers?state=asked&page=3'), { what: 'approved', waivers: 3, left: 1 })
  expect(href).toBe('/waivers?state=asked&done=approved&n=3&left=1')
  expect(doneText(paramsOf(href))).toBe(
    '3 waivers approved: what they are about counts apart until they end. One was left waiting, because nothing fails there any more.',
  )
  expect(waiversHref(readHref(href), null)).toBe('/waivers?state=asked')
  expect(doneText({ done: 'robbed', n: '3' })).toBeNull()
})

test.each([
  [-1, null],
  [0, 'ends today'],
  [1, 'ends in 1 day'],
  [13, 'ends in 13 days'],
  [14, null],
])('with %s whole days left it says %s', (days, text) => {
  expect(endingText(days)).toBe(text)
})

test('a row of the file has exactly the columns of its header', () => {
  const row = waiverExport({
    id: 7,
    batch: 'b',
    together: 1,
    key: 'o12',
    subjectKind: 'secret',
    name: 'stripe',
    vaultName: 'kv-shop',
    standing: true,
    owner: null,
    ownerSource: null,
    ruleId: 'secret-expired',
    failing: 'Secret has expired',
    severity: 'high',
    kind: 'fix-pending',
    reason: 'Soon.',
    endsOn: new Date('2027-01-31T00:00:00Z'),
    askedAt: new Date('2026-11-23T07:00:00Z'),
    askedBy: 'ana',
    askedById: 'id',
    decidedAt: null,
    decidedBy: null,
    approved: null,
    withdrawnAt: null,
    withdrawnBy: null,
    note: '',
    state: 'asked',
    finding: 'none',
  })
  expect(Object.keys(row)).toEqual([...waiverColumns])
  expect(row).toMatchObject({ ends_on: '2027-01-31', decided_at: null, finding: 'nothing left to waive' })
})
