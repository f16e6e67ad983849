import { beforeAll, expect, test } from 'vitest'
import { freshDatabase } from '#e2e/database/fresh-database.ts'
import { aRememberedEstate, everything, ownedBy } from '../a-remembered-estate.ts'
import { listComplianceByRule } from './list-compliance-by-rule.ts'
import { listRuleDays } from './list-rule-days.ts'

const day = (text: string) => new Date(`${text}T06:00:00Z`)
const at = new Date('2026-11-23T07:00:00Z')
const db = await freshDatabase()
const estate = aRememberedEstate(db, day('2026-11-09'))

beforeAll(async () => {
  await estate.rule('secret-expired')
  await estate.rule('weak-key')
  for (let date = 9; date <= 23; date += 1)
    if (date !== 21) await estate.snapshot(day(`2026-11-${String(date).padStart(2, '0')}`))
  const shop = await estate.vault('kv-shop', { owner: 'ana' })
  const pay = await estate.vault('kv-pay', { owner: 'bo' })
  await estate.tally(shop, 'secret-expired', { owner: 'ana', pass: 1, fail: 1, to: day('2026-11-20') })
  await estate.tally(shop, 'secret-expired', { owner: 'ana', pass: 2, from: day('2026-11-20') })
  await estate.tally(pay, 'secret-expired', { owner: 'bo', unknown: 4 })
})

test('the days of a rule say how many passed, failed and were unknown; a missed night is not known', async () => {
  const days = await listRuleDays(db, everything, { at, ruleId: 'secret-expired', days: 4 })
  expect(days.map(({ known, pass, fail, unknown }) => [known, pass, fail, unknown])).toEqual([
    [true, 1, 1, 4],
    [true, 2, 0, 4],
    [false, 2, 0, 4],
    [true, 2, 0, 4],
    [true, 2, 0, 4],
  ])
  expect(days.at(-1)?.at).toEqual(at)
})

test('an owner sees the days of what is theirs', async () => {
  const days = await listRuleDays(db, ownedBy('Ana'), { at, ruleId: 'secret-expired', days: 1 })
  expect(days.map(({ unknown }) => unknown)).toEqual([0, 0])
})

test('compliance by rule: unknown takes no part, and a rule that decided nothing has none', async () => {
  const byRule = await listComplianceByRule(db, everything, { at, weeks: 1 })
  expect(byRule.get('secret-expired')?.map(({ compliance }) => compliance)).toEqual([0.5, 1])
  expect(byRule.has('weak-key')).toBe(false)
})
