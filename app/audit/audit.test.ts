import { expect, test } from 'vitest'
import type { AuditRow } from '#lib/queries/audit/audit-rows.ts'
import { paramsOf } from '../waivers/read-href.ts'
import { auditChips } from './chips.ts'
import { auditColumns, auditExport } from './export-row.ts'
import { auditHref, defaultAudit, readAuditSearch, withoutAuditFilters } from './search.ts'
import { subjectHref } from './subject-href.ts'
import { eventText } from './words.ts'

const readHref = (href: string) => readAuditSearch(paramsOf(href))

test('no parameter is the default view, and nonsense is none', () => {
  expect(readAuditSearch({})).toEqual(defaultAudit)
  expect(auditHref(defaultAudit, null)).toBe('/audit')
  expect(
    readAuditSearch({ action: 'robbed', from: '2026-02-30', to: 'soon', dir: 'up', size: '5000', page: '-1', q: ' ' }),
  ).toEqual(defaultAudit)
})

test.each([
  '/audit?asOf=2026-11-01&action=exported&action=policy-changed&person=ana&q=kv-shop&from=2026-10-01&to=2026-10-31&page=2',
  '/audit?dir=asc&size=100',
])('an address comes back as it was: %s', (href) => {
  expect(auditHref(readHref(href), new URL(href, 'http://own.invalid').searchParams.get('asOf'))).toBe(href)
})

test('two days the wrong way round are the same two days', () => {
  expect(auditHref(readHref('/audit?from=2026-11-20&to=2026-11-01'), null)).toBe('/audit?from=2026-11-01&to=2026-11-20')
})

test('filters read like words, and clearing them keeps the order', () => {
  const search = readHref(
    '/audit?action=waiver-declined&action=signed-in&person=ana&q=bank&from=2026-11-01&to=2026-11-20&dir=asc&page=3',
  )
  expect(auditChips(search, null).map(({ label }) => label)).toEqual([
    'Done: signed in or declined a waiver',
    'Person: ana',
    'About “bank”',
    'From 2026-11-01',
    'Until 2026-11-20',
  ])
  expect(auditHref(withoutAuditFilters(search), null)).toBe('/audit?dir=asc')
})

const event = (action: string, subject: string | null, detail: AuditRow['detail'] = {}) => ({ action, subject, detail })
const one = '11111111-2222-4333-8444-555555555555'

test.each<[happened: ReturnType<typeof event>, said: string, leadsTo: string | null]>([
  [event('signed-in', null), 'Signed in', null],
  [
    event('exported', '/findings?severity=high&asOf=2026-11-01', { format: 'csv' }),
    'Exported At risk as CSV',
    '/findings?severity=high&asOf=2026-11-01',
  ],
  [event('exported', '/audit', { format: 'json' }), 'Exported Audit as JSON', '/audit'],
  [
    event('exported', '/snapshots/log/export.csv?log=gaps', { format: 'csv' }),
    'Exported access logs as CSV',
    '/snapshots?log=gaps',
  ],
  [
    event('exported', '/vaults/kv-shop/secret/stripe/readers?asOf=2026-11-01'),
    'Exported the readers of an object',
    '/vaults/kv-shop/secret/stripe?asOf=2026-11-01',
  ],
  [event('exported', '/vaults/readers/deleted-objects'), 'Exported the deleted objects of a vault', '/vaults/readers'],
  [
    event('exported', '/callers/a%2Fb/export.json?sort=name'),
    'Exported the reads of a caller',
    '/callers/a%2Fb?sort=name',
  ],
  [event('exported', '/policy?rotationDays=30'), 'Exported a preview of the policy', '/policy?rotationDays=30'],
  [event('exported', '/sign-out'), 'Exported /sign-out', null],
  [event('exported', '//evil.example/'), 'Exported //evil.example/', null],
  [event('exported', 'https://evil.example/'), 'Exported https://evil.example/', null],
  [event('policy-changed', 'policy version 3'), 'Changed the policy', '/policy?asOf=2026-11-20'],
  [event('waiver-asked', 'kv-shop'), 'Asked for a waiver', '/vaults/kv-shop?asOf=2026-11-20'],
  [
    event('waiver-approved', 'kv-shop/secret/stripe'),
    'Approved a waiver',
    '/vaults/kv-shop/secret/stripe?asOf=2026-11-20',
  ],
  [
    event('waiver-approved', '3 waivers', { batches: one }),
    'Approved 3 waivers',
    `/waivers?batch=${one}&asOf=2026-11-20`,
  ],
  [event('waiver-withdrawn', '3 waivers', { batches: `${one}, ${one}` }), 'Withdrew 3 waivers', null],
  [event('feed-made', 'calendar feed 3'), 'Made a calendar feed', '/calendar?asOf=2026-11-20'],
  [event('refused', '/vaults/kv-pay', { reason: 'not-theirs' }), 'Was refused: not theirs, or not there', null],
  [event('refused', null, { reason: 'too-often', again: '41' }), 'Was refused: too often in a short time, again', null],
  [event('snapshot-ended', 'snapshot 7', { status: 'partial' }), 'Took a snapshot', '/snapshots?asOf=2026-11-20'],
  [
    event('snapshot-ended', 'snapshot 8', { status: 'failed' }),
    'Began a snapshot, which failed',
    '/snapshots?asOf=2026-11-20',
  ],
  [event('moved-house', 'kv-shop'), 'moved-house', null],
])('%o is said, and leads to what it was about', (happened, said, leadsTo) => {
  expect(eventText(happened)).toBe(said)
  expect(subjectHref(happened, '2026-11-20')).toBe(leadsTo)
})

test('a row of the file has exactly the columns of its header', () => {
  const row = auditExport({
    id: 7,
    at: new Date('2026-11-23T06:15:00Z'),
    actor: 'ana@halden.example',
    objectId: 'oid-ana',
    ...event('exported', '/vaults', { format: 'csv' }),
  })
  expect(Object.keys(row)).toEqual([...auditColumns])
  expect(row).toMatchObject({
    at: '2026-11-23T06:15:00.000Z',
    what: 'Exported Vaults as CSV',
    format: 'csv',
    note: null,
  })
})

test.each([
  ['/snapshots/coverage?reason=forbidden', '/snapshots?reason=forbidden'],
  ['/snapshots/runs', '/snapshots'],
  ['/owners/closed/export.csv?owner=ana', '/owners?owner=ana'],
  ['/vaults/kv-shop/objects?sort=name', '/vaults/kv-shop?sort=name'],
  ['/vaults/kv-shop/readers', '/vaults/kv-shop'],
  ['/vaults/kv-shop/refused', '/vaults/kv-shop'],
  ['/vaults/kv-shop/secret/versions/versions', '/vaults/kv-shop/secret/versions'],
])('the file %s was taken from %s', (file, page) => {
  expect(subjectHref(event('exported', file), null)).toBe(page)
})
