import { expect, test } from 'vitest'
import { defaultThresholds } from '#lib/domain/thresholds.ts'
import { attentionItems } from './attention-items.ts'

const rule = (ruleId: string, severity: 'critical' | 'high' | 'medium' | 'low', findings = 2) => ({
  ruleId,
  failing: ruleId,
  subject: 'secret',
  severity,
  findings,
  vaults: 2,
  callers: 0,
})
const week = { fromOn: new Date('2026-11-23'), toOn: new Date('2026-11-30') }
const quiet = { rules: [], said: defaultThresholds, expiring: { objects: 0, ...week }, unreadVaults: 0 }

test('nothing to do is an empty list', () => {
  expect(attentionItems(quiet)).toEqual([])
})

test('what expires this week comes before what is as severe, and what could not be seen before what is less', () => {
  const rules = [rule('a', 'critical'), rule('b', 'high'), rule('c', 'medium'), rule('d', 'low')]
  const items = attentionItems({ ...quiet, rules, expiring: { objects: 3, ...week }, unreadVaults: 4 })
  expect(items.map((item) => item.key)).toEqual(['a', 'expiring', 'b', 'unread', 'c', 'd'])
})

test('the days of the coming week are said half-open, as the list reads them', () => {
  const [item] = attentionItems({ ...quiet, expiring: { objects: 1, ...week } })
  expect(item).toMatchObject({
    sentence: '1 object expires in the next 7 days',
    href: '/findings?status=all&enabled=yes&expires=2026-11-23..2026-11-30',
  })
})

test('an unread vault is no finding: it leads to the ledger', () => {
  const [item] = attentionItems({ ...quiet, unreadVaults: 1 })
  expect(item).toMatchObject({
    tone: 'unknown',
    sentence: '1 vault could not be read',
    href: '/snapshots?coverage=not',
  })
})
