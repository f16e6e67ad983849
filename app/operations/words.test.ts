import { expect, test } from 'vitest'
import type { OperationObject } from '#lib/queries/operations/operation-row.ts'
import { beforeVault, failureText, spanText, thingsText, whatText } from './words.ts'

const thing = (kind: OperationObject['kind'], name: string | null, said = ['ok']): OperationObject => ({
  kind,
  name,
  calls: 1,
  known: false,
  gone: false,
  said,
  operations: [],
  addresses: [],
})

test('objects are counted by kind, and what the log does not name is not counted', () => {
  expect(thingsText([thing('secret', 'a'), thing('secret', 'b'), thing('key', 'a')])).toBe('2 secrets and 1 key')
  expect(thingsText([thing('key', 'a'), thing('secret', null)])).toBe('1 key and secrets the log does not name')
  expect(thingsText([thing('vault', null), thing('certificate', 'a')])).toBe('the vault and 1 certificate')
})

test('what was only tried is never told as done', () => {
  const objects = [thing('secret', 'a')]
  expect(whatText({ kind: 'backed-up', outcome: 'done', objects })).toBe('backed up 1 secret')
  expect(whatText({ kind: 'backed-up', outcome: 'refused', objects })).toBe('tried to back up 1 secret')
  expect(whatText({ kind: 'settings-changed', outcome: 'failed', objects: [thing('vault', null)] })).toBe(
    'tried to change the settings',
  )
})

test('ways to fail are said once each', () => {
  expect(failureText([thing('key', 'a', ['missing']), thing('key', 'b', ['missing', 'error'])])).toBe(
    'error and not found',
  )
  expect(failureText([thing('key', 'a')])).toBeNull()
})

test('a span of less than a minute is one time of day', () => {
  const at = (time: string) => new Date(`2026-11-22T${time}Z`)
  expect(spanText({ firstAt: at('09:00:01'), lastAt: at('09:00:59') })).toBe('09:00')
  expect(spanText({ firstAt: at('09:00:01'), lastAt: at('12:30:00') })).toBe('09:00–12:30')
})

test('the name of the vault follows as it is said', () => {
  const [secret, vault] = [thing('secret', 'a'), thing('vault', null)]
  expect(beforeVault({ kind: 'deleted', objects: [secret] })).toBe(' in ')
  expect(beforeVault({ kind: 'deleted', objects: [vault] })).toBe(' ')
  expect(beforeVault({ kind: 'settings-changed', objects: [vault] })).toBe(' of ')
})
