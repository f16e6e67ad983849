import { expect, test } from 'vitest'
import { safeReturnTo, signInPath } from './return-to.ts'

test.each(['/', '/findings', '/findings?rule=secret-expired&page=2', '/vaults/12?asOf=2026-11-01'])(
  '%s is a path of ours and stays as it is',
  (path) => {
    expect(safeReturnTo(path)).toBe(path)
  },
)

test.each([
  'https://evil.example/',
  '//evil.example',
  '///evil.example',
  '/\\evil.example',
  '\\\\evil.example',
  '/\t/evil.example',
  '/\n/evil.example',
  '/.//evil.example',
  '/x/..//evil.example',
  'javascript:alert(1)',
  'findings',
  '',
  null,
  undefined,
  `/${'x'.repeat(2000)}`,
])('%j would leave this origin, or is no path: the start page instead', (path) => {
  expect(safeReturnTo(path)).toBe('/')
})

test.each([
  '/sign-in',
  '/sign-in?returnTo=/x',
  '/sign-in/callback?code=1',
  '/sign-out',
  '/no-role',
  '/api/snapshots/progress',
])('nobody is led back to %s after signing in', (path) => {
  expect(safeReturnTo(path)).toBe('/')
})

test('what follows the question mark survives the way through sign-in', () => {
  const path = signInPath('/findings?text=a%26b&page=2&_rsc=1x')
  expect(new URL(path, 'http://own.invalid').searchParams.get('returnTo')).toBe('/findings?text=a%26b&page=2')
})

test('the start page needs no mention', () => {
  expect(signInPath('/')).toBe('/sign-in')
})
