import { expect, test, vi } from 'vitest'
import { type Person, type Scope, scopeOf } from '#lib/domain/scope.ts'
import { oncePerSnapshot } from './once-per-snapshot.ts'

const person = (overrides: Partial<Person>): Person => ({
  objectId: 'o',
  tenantId: 't',
  name: 'Ana',
  mail: 'ana@halden.example',
  roles: ['Kempt.Owner'],
  groups: [],
  ...overrides,
})

function scope(overrides: Partial<Person>): Scope {
  const found = scopeOf(person(overrides))
  if (!found) throw new Error('this person sees nothing')
  return found
}

const at = new Date('2026-11-23T07:00:00Z')
const ana = { scope: scope({}), at, snapshotId: 1, waivers: 'none' }

test('the same question since the same snapshot is asked once', async () => {
  const question = vi.fn(async () => 'answer')
  expect(await oncePerSnapshot('once', ana, question)).toBe('answer')
  expect(await oncePerSnapshot('once', { ...ana, at: new Date('2026-11-23T19:00:00Z') }, question)).toBe('answer')
  expect(question).toHaveBeenCalledOnce()
})

test('another snapshot, another waiver, another day and another person are other questions', async () => {
  const question = vi.fn(async () => 'answer')
  await oncePerSnapshot('other', ana, question)
  await oncePerSnapshot('other', { ...ana, snapshotId: 2 }, question)
  await oncePerSnapshot('other', { ...ana, waivers: 'one' }, question)
  await oncePerSnapshot('other', { ...ana, at: new Date('2026-11-22T07:00:00Z') }, question)
  await oncePerSnapshot('other', { ...ana, scope: scope({ name: 'Ben', mail: 'ben@halden.example' }) }, question)
  await oncePerSnapshot('other', { ...ana, scope: scope({ roles: ['Kempt.Lead'] }) }, question)
  expect(question).toHaveBeenCalledTimes(6)
})

test('a question that failed is asked again', async () => {
  await expect(oncePerSnapshot('failed', ana, () => Promise.reject(new Error('no database')))).rejects.toThrow()
  expect(await oncePerSnapshot('failed', ana, async () => 'answer')).toBe('answer')
})
