import { expect, test } from 'vitest'
import { cookieAttributes, sessionCookieName, signInCookieName } from './session-cookie.ts'

test('over https a cookie is Secure, out of reach of scripts, and of this host alone', () => {
  const url = 'https://kempt.halden.example'
  expect(cookieAttributes(url)).toEqual({ httpOnly: true, sameSite: 'lax', secure: true, path: '/' })
  // A browser takes a cookie of that name only with Secure, with the path / and without a domain.
  expect([sessionCookieName(url), signInCookieName(url)]).toEqual(['__Host-kempt', '__Host-kempt-sign-in'])
})

test('on this machine, without https, everything but Secure holds', () => {
  const url = 'http://127.0.0.1:3000'
  expect(cookieAttributes(url, 900)).toEqual({ httpOnly: true, sameSite: 'lax', secure: false, path: '/', maxAge: 900 })
  expect([sessionCookieName(url), signInCookieName(url)]).toEqual(['kempt', 'kempt-sign-in'])
})
