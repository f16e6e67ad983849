import { expect, test } from 'vitest'
import { catalogue } from '#lib/rules/catalogue.ts'
import { ruleColumns, rulesExport } from './export-rows.ts'

test('every rule has one row, and one that never judged anything has no compliance', () => {
  const judged = {
    ruleId: 'secret-expired',
    failing: '',
    severity: 'high',
    weight: 5,
    passBefore: 0,
    failBefore: 0,
  } as const
  const rows = rulesExport([{ ...judged, pass: 3, fail: 1, unknown: 2, waived: 1 }])
  expect(rows.map(({ rule }) => rule).sort()).toEqual(catalogue.map(({ id }) => id).sort())
  expect(rows.find(({ rule }) => rule === 'secret-expired')).toMatchObject({ pass: 3, fail: 1, compliance: 0.75 })
  expect(rows.find(({ rule }) => rule === 'weak-key')).toMatchObject({ pass: 0, fail: 0, compliance: null })
  for (const row of rows) expect(Object.keys(row)).toEqual(ruleColumns)
})
