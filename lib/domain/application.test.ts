import { expect, test } from 'vitest'
import { applicationOf } from './application.ts'

test('the nearest tag names the application, whatever its case', () => {
  expect(applicationOf([{ App: 'Orders' }, { application: 'billing' }])).toBe('orders')
  expect(applicationOf([{ application: ' ' }, { application: 'billing' }])).toBe('billing')
})

test('without a tag nobody knows', () => {
  expect(applicationOf([{}, { team: 'orders' }])).toBeNull()
})
