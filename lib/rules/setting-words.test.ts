import fc from 'fast-check'
import { expect, test } from 'vitest'
import { settingSign } from './setting-words.ts'

const sign = (name: string, contentType: string | null = null) => settingSign({ name, contentType })

test.each([
  ['orders-base-url', 'base-url', 'an address'],
  ['smtp-host', 'host', 'an address'],
  ['OrdersBaseUrl', 'base-url', 'an address'],
  ['Orders--SMTPHost', 'host', 'an address'],
  ['orders-base-url-2', 'base-url', 'an address'],
  ['port', 'port', 'an address'],
  ['storage-orders-account-name', 'account-name', 'the name of a service'],
  ['orders-feature-flag', 'feature-flag', 'a switch or a number'],
])('%s looks like a setting', (name, words, names) => {
  expect(sign(name)).toEqual({ where: 'name', words, names })
})

test.each([
  'database-url',
  'export',
  'hostess',
  'report',
  'endpoint-of-nothing',
  'smtp-password',
  'webhook-base-url',
  'servicebus-endpoint',
  'storage-sas-endpoint',
  'github-base-url',
  'MONKEY-HOST',
])('%s does not', (name) => {
  expect(sign(name)).toBeNull()
})

test('a content type counts with or without its parameters, and whatever its case', () => {
  expect(sign('x', 'Text/URI-List; charset=utf-8')).toMatchObject({ where: 'content type', names: 'an address' })
  expect(sign('x', 'boolean')).toMatchObject({ names: 'a switch or a number' })
  expect(sign('x', 'text/plain')).toBeNull()
})

test('a content type that speaks of a credential outweighs the name', () => {
  expect(sign('orders-endpoint', 'connection-string')).toBeNull()
  expect(sign('orders-endpoint', 'Password')).toBeNull()
})

const guarded = fc.constantFrom('password', 'secret', 'key', 'token', 'credential', 'connection')
const settingLike = fc.constantFrom('base-url', 'host', 'ip-address', 'account-name', 'feature-flag', 'enabled', 'port')
const spelling = fc.constantFrom(
  (word: string) => word,
  (word: string) => word.toUpperCase(),
  (word: string) => `${word.charAt(0).toUpperCase()}${word.slice(1)}`,
)
const part = fc.stringMatching(/^[0-9a-zA-Z-]{0,8}$/)

test('nothing whose name speaks of a credential is ever called a setting', () => {
  fc.assert(
    fc.property(
      fc.tuple(part, guarded, part, settingLike),
      spelling,
      fc.constantFrom(null, 'text/uri-list', 'boolean', 'text/plain'),
      ([before, word, between, ending], spell, contentType) => {
        expect(sign(`${before}${spell(word)}${between}-${ending}`, contentType)).toBeNull()
        expect(sign(`${ending}-${before}${spell(word)}`, contentType)).toBeNull()
      },
    ),
    { seed: 20261123, numRuns: 500 },
  )
})
