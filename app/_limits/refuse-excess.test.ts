import { expect, test } from 'vitest'
import { limitedThing, largestBody, refuseExcess } from './refuse-excess.ts'

const now = new Date('2026-11-23T06:15:00Z')
const settings = { limits: { signInsPerMinute: 2, exportsPerMinute: 2, changesPerMinute: 2, runsPerHour: 2 } }
const browser = { accept: 'text/html,*/*;q=0.8' }

const ask = (method: string, pathname: string, headers: Record<string, string>, who: string) =>
  refuseExcess({ method, pathname, headers: new Headers(headers) }, { who, settings, now })

test.each([
  ['GET', '/sign-in/start', 'sign-in'],
  ['GET', '/sign-in/callback', 'sign-in'],
  ['GET', '/sign-in', null],
  ['GET', '/findings', null],
  ['GET', '/findings/export.csv', 'file'],
  ['HEAD', '/a-list-that-there-is-not-yet/export.json', 'file'],
  ['GET', '/calendar/feed/x/kempt.ics', 'file'],
  ['POST', '/findings', 'change'],
  ['DELETE', '/findings', 'change'],
  ['GET', '/api/search', null],
])('%s %s falls under the limit of %s', (method, path, limit) => expect(limitedThing(method, path)).toBe(limit))

test('one file too many is refused in one sentence, with the seconds to wait, and pages go on', async () => {
  for (let file = 0; file < 40; file += 1) expect(ask('GET', '/findings/export.csv', {}, 'ana')).toBeNull()
  const excess = ask('GET', '/vaults/export.json', {}, 'ana')
  expect(excess?.reason).toBe('too-often')
  expect(excess?.response.status).toBe(429)
  expect(excess?.response.headers.get('retry-after')).toBe('30')
  expect(await excess?.response.json()).toEqual({
    error: 'These were too many files in a short time: try again in 30 seconds.',
  })
  const toPerson = ask('GET', '/vaults/export.json', browser, 'ana')
  expect(await toPerson?.response.text()).toBe('These were too many files in a short time: try again in 30 seconds.\n')
  expect(ask('GET', '/findings', browser, 'ana')).toBeNull()
  expect(ask('GET', '/vaults/export.json', {}, 'lea')).toBeNull()
})

test('sign-ins are counted by address, and those of all addresses together', async () => {
  const sendsOne = (address: string) => ask('GET', '/sign-in/start', browser, address)?.response.status ?? 'passed'
  expect([1, 2, 3, 4, 5].map(() => sendsOne('203.0.113.7'))).toEqual(['passed', 'passed', 'passed', 'passed', 429])
  const many = Array.from({ length: 60 }, (_, number) => sendsOne(`198.51.100.${number}`))
  expect(many.filter((status) => status === 'passed')).toHaveLength(36)
})

test('what is too large, or does not say how large it is, is refused before it is read', async () => {
  const status = (headers: Record<string, string>) => ask('POST', '/policy', headers, 'of-many-sizes')?.response.status
  expect(status({ 'content-length': `${largestBody + 1}` })).toBe(413)
  expect(status({ 'content-length': '1e3' })).toBe(413)
  expect(status({ 'transfer-encoding': 'chunked' })).toBe(411)
  expect(status({ 'content-length': `${largestBody}` })).toBeUndefined()
  const excess = ask('GET', '/findings', { 'content-length': '99999999' }, 'of-many-sizes')
  expect(await excess?.response.json()).toEqual({ error: 'A request may have 1 MB at most.' })
})
