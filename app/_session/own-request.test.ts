import { expect, test } from 'vitest'
import { isOwnRequest } from './own-request.ts'

const publicUrl = 'https://kempt.halden.example'
const isOwn = (method: string, headers: Record<string, string>) =>
  isOwnRequest({ method, headers: new Headers(headers) }, publicUrl)

test('a form sent from our own page is ours', () => {
  expect(isOwn('POST', { origin: publicUrl })).toBe(true)
})

test('without an origin the browser must vouch for it', () => {
  expect(isOwn('POST', { 'sec-fetch-site': 'same-origin' })).toBe(true)
  expect(isOwn('POST', {})).toBe(false)
})

test.each([
  { origin: 'https://evil.example' },
  { origin: 'null' },
  { origin: 'http://kempt.halden.example' },
  { origin: 'https://kempt.halden.example.evil.example' },
  { origin: 'https://evil.example', 'sec-fetch-site': 'same-origin' },
  { origin: 'https://evil.example', 'x-forwarded-host': 'evil.example', host: 'evil.example' },
  { 'sec-fetch-site': 'same-site' },
  { 'sec-fetch-site': 'none' },
])('a change asked for with %j is not ours', (headers) => {
  expect(isOwn('POST', headers)).toBe(false)
  expect(isOwn('DELETE', headers)).toBe(false)
})

test('reading is allowed from anywhere, since it changes nothing', () => {
  expect(isOwn('GET', { origin: 'https://evil.example' })).toBe(true)
})
