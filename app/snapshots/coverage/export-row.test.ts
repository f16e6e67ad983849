import { expect, test } from 'vitest'
import type { CoverageRow } from '#lib/queries/list-coverage.ts'
import { coverageColumns, coverageExport } from './export-row.ts'

const dark: CoverageRow = {
  ...{ vaultId: 1, name: 'kv-dark', resourceId: '/subscriptions/s-1/vaults/kv-dark', place: null, accessModel: 'rbac' },
  coverage: 'not',
  gaps: [
    {
      parts: [{ part: 'secrets', missing: 'all' }],
      code: 'forbidden-by-rbac',
      detail: 'Refused.',
      sinceAt: new Date('2026-11-12T02:15:00Z'),
    },
    {
      parts: [{ part: 'roles', missing: 'all' }],
      code: 'throttled',
      detail: '',
      sinceAt: new Date('2026-11-03T02:15:00Z'),
    },
  ],
}

test('a vault has one row with all its gaps, since the oldest, and the commands that there are', () => {
  const row = coverageExport(dark)
  expect(row).toMatchObject({
    vault: 'kv-dark',
    subscription: null,
    state: 'not',
    missing: 'Secrets; Role assignments',
    reasons: 'forbidden-by-rbac; throttled',
    missing_since: '2026-11-03T02:15:00.000Z',
    as_it_was_met: 'Refused.',
  })
  expect(row.commands).toMatch(/^az role assignment create .*"Key Vault Reader"/)
  expect(Object.keys(row)).toEqual(coverageColumns)
})

test('what was never looked at has no gap to tell of', () => {
  expect(coverageExport({ ...dark, gaps: [] })).toMatchObject({ missing: null, missing_since: null, commands: null })
})
