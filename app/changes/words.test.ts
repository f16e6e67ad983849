import { expect, test } from 'vitest'
import type { ChangeDetail, ChangeRow, FieldChange } from '#lib/queries/changes/change-row.ts'
import { fieldLine } from './field-words.ts'
import { changeLines, changeNote } from './words.ts'

const nothing: ChangeDetail = {
  fields: [],
  because: null,
  waived: false,
  waiver: null,
  by: null,
  until: null,
  unproven: false,
  withVault: false,
  deletedAt: null,
  purgeAt: null,
  readBefore: null,
  readAfter: null,
  code: null,
}

const aRow = (
  change: ChangeRow['change'],
  detail: Partial<ChangeDetail> = {},
  row: Partial<ChangeRow> = {},
): ChangeRow => ({
  key: 'k',
  change,
  subject: 'o1',
  kind: 'secret',
  name: 'stripe',
  vaultName: 'kv-shop',
  resourceId: '/subscriptions/s/…/kv-shop',
  ruleId: null,
  failing: null,
  severity: null,
  changedAt: new Date('2026-11-13T02:15:00Z'),
  standsAfter: true,
  ownerBefore: null,
  owner: null,
  environment: null,
  subscriptionId: null,
  subscriptionName: null,
  part: null,
  detail: { ...nothing, ...detail },
  ...row,
})

const from = new Date('2026-11-10T02:15:00Z')
const said = (
  field: string,
  before: FieldChange['before'],
  after: FieldChange['after'],
  name: string | null = null,
) => {
  const line = fieldLine({ field, name, before, after })
  return line.after === null ? `${line.label}: ${line.before}` : `${line.label}: ${line.before} → ${line.after}`
}

test('attributes and settings are said in the words of the product', () => {
  expect(said('expires', '2026-11-25T06:00:00+00:00', null)).toBe('Expires: 2026-11-25 → never')
  expect(said('enabled', true, false)).toBe('State: enabled → disabled')
  expect(said('tag', null, 'ana', 'owner')).toBe('Tag owner: none → ana')
  expect(said('firewallDefaultAction', 'deny', 'allow')).toBe(
    'Firewall: keeps out what no rule allows → lets every address in',
  )
  expect(said('softDeleteRetentionDays', 7, 90)).toBe('Kept after deletion: 7 days → 90 days')
})

test('two instants of one day are told apart by the hour', () => {
  expect(said('expires', '2026-11-25T06:00:00+00:00', '2026-11-25T04:00:00+00:00')).toBe(
    'Expires: 2026-11-25 06:00 UTC → 2026-11-25 04:00 UTC',
  )
})

test('of a list, only what came, went or was edited is said', () => {
  expect(said('ipRules', ['203.0.113.7', '198.51.100.0/24'], ['198.51.100.0/24', '192.0.2.1'])).toBe(
    'Allowed addresses: added 192.0.2.1; removed 203.0.113.7',
  )
  const policy = (secrets: string[]) => ({
    objectId: 'app-1',
    applicationId: null,
    secrets,
    keys: [],
    certificates: [],
  })
  expect(said('accessPolicies', [policy(['get'])], [policy(['get', 'list'])])).toBe('Access policies: edited app-1')
})

test('what Kempt does not know by name is shown as it is', () => {
  expect(said('newSetting', false, { deep: 1 })).toBe('newSetting: false → {"deep":1}')
})

test('a part of a vault says how far it was read, and why not', () => {
  const row = aRow(
    'unreadable',
    { readBefore: 'read', readAfter: 'not', code: 'forbidden-by-firewall' },
    { part: 'secrets' },
  )
  expect(changeLines(row)).toEqual([{ label: 'Secrets', before: 'read', after: 'not read' }])
  expect(changeNote(row, { from })).toBe('The firewall of the vault does not let Kempt in.')
})

test('what is gone says until when it can be had back, or that nobody knows', () => {
  const deletedAt = new Date('2026-11-12T10:00:00Z')
  expect(changeNote(aRow('gone', { deletedAt, purgeAt: new Date('2027-02-10T10:00:00Z') }), { from })).toBe(
    'Deleted on 2026-11-12. Can be recovered until it is purged on 2027-02-10.',
  )
  expect(changeNote(aRow('gone'), { from })).toBe('When it is purged is not known.')
  expect(changeNote(aRow('gone', { withVault: true }), { from })).toBe('It went with its vault.')
})

test('what may have been there unseen says so', () => {
  expect(changeNote(aRow('new'), { from })).toBeNull()
  expect(changeNote(aRow('new', { unproven: true }), { from })).toContain('could not be read on 2026-11-10')
})

test('a waiver says what kind it is, until when, and why', () => {
  const waiver = { waiver: 'fix-pending', until: '2026-12-31', because: 'The move is in December.' } as const
  expect(changeNote(aRow('waived', { ...waiver, by: 'ana' }), { from })).toBe(
    'Fix pending until 2026-12-31, approved by ana: The move is in December.',
  )
})
