// The promise that nothing here can read a value, held twice: in the text of the code, and at the wire.
import { globSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { scriptedAzure, vault } from './testing/scripted-azure.ts'
import { vaultLists } from './wire/metadata-only-policy.ts'

const root = `${import.meta.dirname}/../..`
const manifest = `${root}/package.json`
const sources = globSync('lib/**/*.ts', {
  cwd: root,
  exclude: ['lib/db/generated/**', '**/*.test.ts', '**/testing/**'],
})

/**
 * Ways to a value: the packages that fetch one, their calls, and the path of one object in a vault that does not end in
 * `/versions` or at a policy. The control plane tells what a key is, and has no value to tell.
 */
const ways = [
  /keyvault-(secrets|keys|certificates)\b/,
  /\b(getSecret|getCertificate|backupSecret|CryptographyClient)\b(?!\/action)/,
  /(?<!\{vault(\.resource)?Id\}(?=\/keys))\/(secrets|keys|certificates)\/\$?\{[^}]+\}(?!\/(versions|rotationpolicy|policy)\b)/,
]

const isNoticed = (text: string) => ways.some((way) => way.test(text))

test.each([
  '@azure/keyvault-secrets',
  'client.getSecret(name)',
  '/secrets/{name}',
  '/keys/{name}/{version}',
  '{vault.uri}/keys/{name}',
  '{vault.resourceId}/secrets/{name}',
])('%s would be noticed', (text) => {
  expect(isNoticed(text)).toBe(true)
})

test.each([
  '/secrets/{name}/versions',
  '/keys/{name}/rotationpolicy',
  '/certificates/{name}/policy',
  '{vault.resourceId}/keys/{name}',
])('%s leads to no value', (text) => {
  expect(isNoticed(text)).toBe(false)
})

test('no dependency and no line of code knows how to fetch a value', () => {
  expect(sources.length).toBeGreaterThan(20)
  for (const file of [...sources.map((source) => `${root}/${source}`), manifest]) {
    const text = readFileSync(file, 'utf8')
    for (const way of ways) expect.soft(text.match(way)?.[0], `${file} against ${way}`).toBeUndefined()
  }
})

test.each([
  '/secrets/stripe-key',
  '/secrets/stripe-key/',
  '/secrets/stripe-key/8fbb0accbfbe4ee4b025649ebabae465',
  '/secrets/stripe-key/versions/8fbb0accbfbe4ee4b025649ebabae465',
  '/secrets/stripe-key/versions/../8fbb0accbfbe4ee4b025649ebabae465',
  '/secrets/%2e%2e/secrets/stripe-key',
  '/deletedsecrets/stripe-key',
  '/deletedsecrets/stripe-key/recover',
  '/keys/k1',
  '/keys/k1/rotationpolicy/8fbb0accbfbe4ee4b025649ebabae465',
  '/keys/k1/rotate',
  '/secrets/stripe-key/policy',
  '/secrets/stripe-key/rotationpolicy',
  '/certificates/tls',
  '/certificates/tls/8fbb0accbfbe4ee4b025649ebabae465',
  '/certificates/tls/rotationpolicy',
  '/certificates/tls/policy/../../../secrets/tls',
  '/certificates/tls/pending',
  '/keys/k1/8fbb0accbfbe4ee4b025649ebabae465/decrypt',
  '/secrets/stripe-key/backup',
  '/',
])('a request for %s never leaves', async (path) => {
  const { azure, sent, tokens } = scriptedAzure(() => ({ body: { value: 'CANARY' } }))
  await expect(azure.getFromVault(vault.tenantId, `${vault.uri}${path}`)).rejects.toThrow('Kempt does not ask')
  expect({ sent, tokens }).toEqual({ sent: [], tokens: [] })
})

test.each([
  '/deletedsecrets',
  '/deletedkeys',
  '/deletedcertificates',
  '/keys/k1/rotationpolicy',
  '/certificates/tls/policy',
])('only GET may ask for %s', async (path) => {
  const { azure, sent } = scriptedAzure(() => ({ body: {} }))
  await azure.getFromVault(vault.tenantId, `${vault.uri}${path}`)
  expect(sent).toMatchObject([{ method: 'GET' }])
  const allowed = new RegExp(`^(?:${vaultLists.join('|')})$`, 'i')
  for (const method of ['PUT', 'POST', 'PATCH', 'DELETE']) expect(allowed.test(`${method} ${path}`)).toBe(false)
})

test.each([
  'https://kv-orders.vault.azure.net.example.net/secrets',
  'http://kv-orders.vault.azure.net/secrets',
  'https://example.net/secrets',
])('a token for vaults is not shown to %s', async (url) => {
  const { azure, tokens } = scriptedAzure(() => ({ body: {} }))
  await expect(azure.getFromVault(vault.tenantId, url)).rejects.toThrow('Kempt does not ask')
  expect(tokens).toEqual([])
})

test.each([
  `${vault.resourceId}/secrets/stripe-key`,
  `${vault.resourceId}/keys/k1/versions`,
  `${vault.resourceId}/keys/k1/../../secrets/stripe-key`,
  '/subscriptions/s/providers/Microsoft.KeyVault/vaults',
  '/subscriptions/s/providers/Microsoft.KeyVault/locations/westeurope/deletedVaults/kv-orders/purge',
  '/subscriptions/s/resourceGroups/g/providers/Microsoft.Storage/storageAccounts/a/listKeys',
  '/',
])('the control plane is not asked for %s', async (path) => {
  const { azure } = scriptedAzure(() => ({ body: {} }))
  const asked = azure.getFromArm(`https://management.azure.com${path}`)
  await expect(asked).rejects.toThrow('Kempt does not ask')
})
