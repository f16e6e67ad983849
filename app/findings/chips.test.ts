import { expect, test } from 'vitest'
import { findingChips, withoutFilters } from './chips.ts'
import { findingsHref, readFindingsSearch } from './search.ts'

const context = { asOf: null, subscriptionName: (id: string) => (id === 's-1' ? 'Retail' : id) }

test('filters read like words', () => {
  const search = readFindingsSearch({
    q: 'pay',
    rule: 'secret-expired',
    severity: 'critical,high',
    area: 'rotation',
    kind: 'secret',
    owner: 'none',
    environment: ['production', 'none'],
    subscription: 's-1',
    vault: 'kv-shop',
    enabled: 'yes',
    tag: 'team=checkout',
    read: 'not-read',
    expires: '2026-11-23..2026-11-30',
    age: '60..',
  })
  expect(findingChips(search, context).map(({ label }) => label)).toEqual([
    'Name holds “pay”',
    'Rule: Secret has expired',
    'Severity: critical or high',
    'Area: rotation',
    'Kind: secret',
    'No owner',
    'Environment: production or none named',
    'Subscription: Retail',
    'Vault: kv-shop',
    'Enabled',
    'Tag: team=checkout',
    'Not read in 30 days',
    'Expires from 2026-11-23, before 2026-11-30',
    'Last rotated 60 days or more ago',
  ])
})

test('one click takes one filter away, and keeps the others and the order', () => {
  const search = readFindingsSearch({ owner: 'ana', severity: 'high', sort: 'name', page: '3' })
  expect(findingChips(search, context).map(({ clearHref }) => clearHref)).toEqual([
    '/findings?owner=ana&sort=name',
    '/findings?severity=high&sort=name',
  ])
})

test('clearing all filters keeps what is looked at', () => {
  const search = readFindingsSearch({ status: 'unknown', owner: 'ana', group: 'vault' })
  expect(findingsHref(withoutFilters(search), null)).toBe('/findings?status=unknown&group=vault')
  expect(findingChips(readFindingsSearch({ status: 'all' }), context)).toEqual([])
})
