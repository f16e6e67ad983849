import { expect, test } from 'vitest'
import { findingColumns, findingExport, ruleColumns, ruleExport, vaultColumns, vaultExport } from './export-rows.ts'

const finding = {
  key: 'o12',
  kind: 'secret',
  name: 'stripe',
  vaultName: 'kv-shop',
  resourceId: '/vaults/kv-shop',
  owner: null,
  ownerSource: null,
  environment: 'production',
  subscriptionId: 's-1',
  subscriptionName: 'Retail',
  resourceGroup: 'rg',
  enabled: true,
  expiresAt: new Date('2026-11-20T06:00:00Z'),
  rotatedAt: new Date('2026-06-01T06:00:00Z'),
  lastReadAt: null,
  logCovered: false,
  logCoveredFrom: null,
  failingSince: new Date('2026-11-20T06:00:00Z'),
  findings: [
    {
      ruleId: 'a',
      failing: 'A fails',
      severity: 'high',
      status: 'fail',
      because: 'A is so.',
      failingSince: null,
      waivedUntil: null,
    },
    {
      ruleId: 'b',
      failing: 'B fails',
      severity: 'low',
      status: 'fail',
      because: 'B is so.',
      failingSince: null,
      waivedUntil: null,
    },
    {
      ruleId: 'w',
      failing: 'W fails',
      severity: 'high',
      status: 'fail',
      because: 'W is so.',
      failingSince: null,
      waivedUntil: new Date('2027-01-31T00:00:00Z'),
    },
    {
      ruleId: 'c',
      failing: 'C fails',
      severity: 'low',
      status: 'unknown',
      because: 'C is unread.',
      failingSince: null,
      waivedUntil: null,
    },
  ],
} as const

test('a row of the file has exactly the columns of its header', () => {
  expect(Object.keys(findingExport({ ...finding, findings: [...finding.findings] }))).toEqual([...findingColumns])
  const counts = { critical: 0, high: 1, medium: 0, low: 0, unknown: 2, vaults: 1, failingSince: null }
  const rule = {
    ruleId: 'a',
    failing: 'A',
    area: 'Use',
    severity: 'high',
    failingSubjects: 1,
    waivedSubjects: 2,
    unknownSubjects: 0,
  } as const
  expect(Object.keys(ruleExport({ ...counts, ...rule }))).toEqual([...ruleColumns])
  const vault = {
    vaultName: 'kv',
    resourceId: '/v',
    owner: null,
    environment: null,
    subscriptionName: null,
    subjects: 1,
    waived: 1,
  }
  expect(Object.keys(vaultExport({ ...counts, ...vault }))).toEqual([...vaultColumns])
})

test('what fails, what is waived and what could not be judged stand apart, and instants are ISO', () => {
  expect(findingExport({ ...finding, findings: [...finding.findings] })).toMatchObject({
    worst_severity: 'high',
    findings: 'A fails; B fails',
    finding_rule_ids: 'a; b',
    because: 'A is so. B is so.',
    waived: 'W fails',
    waived_rule_ids: 'w',
    waived_until: '2027-01-31',
    not_judged_rule_ids: 'c',
    not_judged_because: 'C is unread.',
    expires_at: '2026-11-20T06:00:00.000Z',
    access_log_covered: false,
    last_read_at: null,
  })
})
