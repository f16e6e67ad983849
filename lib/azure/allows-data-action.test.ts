import { expect, test } from 'vitest'
import { allowsDataAction, covers } from './allows-data-action.ts'

const readValue = 'Microsoft.KeyVault/vaults/secrets/getSecret/action'

test.each([
  '*',
  'Microsoft.KeyVault/*',
  'Microsoft.KeyVault/vaults/*',
  'microsoft.keyvault/VAULTS/secrets/*',
  'Microsoft.KeyVault/vaults/secrets/getSecret/action',
  'Microsoft.KeyVault/vaults/secrets/getSecret/*',
  'Microsoft.KeyVault/*/action',
  '*/action',
  '*/getSecret/*',
])('%s covers reading a value', (pattern) => {
  expect(covers(pattern, readValue)).toBe(true)
})

test.each([
  '',
  '*/read',
  'Microsoft.KeyVault/vaults/*/read',
  'Microsoft.KeyVault/vaults/secrets/readMetadata/action',
  'Microsoft.KeyVault/vaults/keys/*',
  'Microsoft.KeyVault/vaults/secrets',
  'Microsoft.KeyVault/vaults/secrets/getSecret/action/more',
  'Microsoft.KeyVault/vaults/secrets/getSecret.action',
  'MicrosoftxKeyVault/vaults/secrets/*',
  'Microsoft.Storage/*',
])('%s does not', (pattern) => {
  expect(covers(pattern, readValue)).toBe(false)
})

test('an exception takes away from its own entry only', () => {
  const all = { dataActions: ['Microsoft.KeyVault/vaults/*'], notDataActions: [] }
  const metadata = { dataActions: ['*'], notDataActions: ['Microsoft.KeyVault/vaults/secrets/getSecret/*'] }
  expect(allowsDataAction([metadata], readValue)).toBe(false)
  expect(allowsDataAction([metadata, all], readValue)).toBe(true)
  expect(allowsDataAction([], readValue)).toBe(false)
})
