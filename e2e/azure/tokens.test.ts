import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { createTokens } from './tokens.ts'

const tenantId = '11111111-1111-1111-1111-111111111111'
const claims = { aud: 'https://vault.azure.net', tid: tenantId, oid: 'o', appid: 'a' }
const vault = 'https://vault.azure.net/'

test('a token is good for its audience, tenant and lifetime only', async () => {
  const tokens = await createTokens(tenantId)
  const bearer = async (more: object, seconds = 60) => `Bearer ${await tokens.sign({ ...claims, ...more }, seconds)}`

  expect(await tokens.verify(await bearer({}), vault)).toEqual({ objectId: 'o', applicationId: 'a', tenantId })
  expect(await tokens.verify(await bearer({}), 'https://management.azure.com')).toBe('wrong-audience')
  expect(await tokens.verify(await bearer({ tid: 'another' }), vault)).toBe('wrong-tenant')
  expect(await tokens.verify(await bearer({}, -1), vault)).toBe('expired')
  expect(await tokens.verify(undefined, vault)).toBe('missing')
  expect(await tokens.verify('Basic abc', vault)).toBe('missing')
  expect(await tokens.verify('Bearer abc', vault)).toBe('malformed')
})

test('a token seen before is not believed for another audience, nor when a letter of it is changed', async () => {
  const tokens = await createTokens(tenantId)
  const token = `Bearer ${await tokens.sign(claims, 60)}`
  expect(await tokens.verify(token, vault)).toMatchObject({ objectId: 'o' })
  expect(await tokens.verify(token, 'https://api.loganalytics.io')).toBe('wrong-audience')
  expect(await tokens.verify(`${token.slice(0, -4)}AAAA`, vault)).toBe('malformed')
})

test('the signing key survives a restart when it has a folder, and differs otherwise', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'stand-in-tokens-'))
  try {
    const before = await createTokens(tenantId, folder)
    const token = `Bearer ${await before.sign(claims, 60)}`
    const after = await createTokens(tenantId, folder)
    expect(after.jwks()).toEqual(before.jwks())
    expect(await after.verify(token, vault)).toMatchObject({ objectId: 'o' })
    expect(await (await createTokens(tenantId)).verify(token, vault)).toBe('malformed')
  } finally {
    rmSync(folder, { recursive: true })
  }
})
