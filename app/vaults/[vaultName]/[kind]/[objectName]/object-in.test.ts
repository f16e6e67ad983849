import { expect, test } from 'vitest'
import { objectIn } from './object-in.ts'

const read = (objectName: string, kind = 'secret', vaultName = 'kv-shop') => objectIn({ vaultName, kind, objectName })

test('a name of letters, digits and dashes is one, up to 127 of them', () => {
  expect(read('Stripe-Key-2')).toEqual({ vaultName: 'kv-shop', kind: 'secret', name: 'Stripe-Key-2' })
  expect(read('n'.repeat(127))).not.toBeNull()
  expect(read('n'.repeat(128))).toBeNull()
})

test.each(['', 'a b', 'a%20b', '%00', '..', 'a/b', 'a_b', "a';--", 'ключ', '🔑'])('%j is none', (name) => {
  expect(read(name)).toBeNull()
})

test('there are three kinds, and vaults have names too', () => {
  expect(read('a', 'certificate')?.kind).toBe('certificate')
  expect(read('a', 'secrets')).toBeNull()
  expect(read('a', 'SECRET')).toBeNull()
  expect(read('a', 'key', 'kv%2Fshop')).toBeNull()
})
