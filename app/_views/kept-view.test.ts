import { expect, test } from 'vitest'
import { keptHref, keptView } from './kept-view.ts'

test.each([
  [
    '/findings?asOf=2026-11-01&severity=high&columns=risk&sort=expires&page=3&row=o12',
    'severity=high&columns=name&columns=risk&sort=expires',
  ],
  ['/findings', ''],
  ['/vaults?network=open&purge=off&page=2&utm_source=x', 'network=open&purge=off'],
  ['/vaults?show=deleted', 'show=deleted'],
  [
    '/changes?from=2026-11-01&to=2026-11-20T06:15:00.000Z&change=new',
    'from=2026-11-01&to=2026-11-20T06%3A15%3A00.000Z&change=new',
  ],
  ['/changes?from=tomorrow&to=2026-02-30&kind=cat', ''],
  ['/callers?only=denied&columns=last&columns=reads&page=4', 'only=denied&columns=name&columns=reads&columns=last'],
  ['/operations?days=90&kind=purged&kind=tidied&page=2', 'days=90&kind=purged'],
  ['/owners?q=platform&columns=waived&sort=waived&page=2', 'q=platform&columns=name&columns=waived&sort=waived'],
  ['/waivers?state=asked&vault=kv-shop&done=approved&n=3&page=2', 'state=asked&vault=kv-shop'],
  [
    '/audit?person=ana&from=2026-11-20&to=2026-11-01&size=100&page=2',
    'person=ana&from=2026-11-01&to=2026-11-20&size=100',
  ],
  ["/findings?rule=' or 1=1 --&severity=worst&dir=sideways&__proto__=x", ''],
])('%s is kept as the list itself would write it, without its day and page', (address, query) => {
  expect(keptView(address)?.query).toBe(query)
})

test.each([
  '/snapshots?coverage=not',
  '/callers/00000000-0000-4000-8000-000000000001',
  '/findings/export.csv',
  '/findings/',
  'https://evil.example/findings?severity=high',
  '//evil.example/findings',
  '/\\evil.example/findings',
  'javascript:alert(1)',
  'http://',
  '',
  null,
])('%s is no view that can be kept', (address) => {
  expect(keptView(address)).toBeNull()
})

test('a kept view leads to its list alone, whatever is stored', () => {
  expect(keptHref({ path: '/findings', query: 'severity=high' }, null)).toBe('/findings?severity=high')
  expect(keptHref({ path: '/findings', query: 'severity=high' }, '2026-11-01')).toBe(
    '/findings?severity=high&asOf=2026-11-01',
  )
  expect(keptHref({ path: '/vaults', query: '//evil.example/?network=open#x' }, null)).toBe('/vaults')
  expect(keptHref({ path: '/changes', query: 'https://evil.example' }, null)).toBe('/changes')
})
