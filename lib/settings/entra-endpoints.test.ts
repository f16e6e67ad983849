import { expect, test } from 'vitest'
import { entraEndpoints } from './entra-endpoints.ts'

const tenantId = '0b1c2d3e-0000-4000-8000-0000000000aa'

test('in the public cloud everything is at login.microsoftonline.com, under the tenant', () => {
  expect(entraEndpoints({ cloud: 'public', tenantId, authorityMetadata: null })).toEqual({
    authority: `https://login.microsoftonline.com/${tenantId}`,
    issuer: `https://login.microsoftonline.com/${tenantId}/v2.0`,
    jwksUri: `https://login.microsoftonline.com/${tenantId}/discovery/v2.0/keys`,
    endSessionEndpoint: `https://login.microsoftonline.com/${tenantId}/oauth2/v2.0/logout`,
  })
})

test('US Government has its own Entra', () => {
  const { issuer } = entraEndpoints({ cloud: 'us-government', tenantId, authorityMetadata: null })
  expect(issuer).toBe(`https://login.microsoftonline.us/${tenantId}/v2.0`)
})

test('given metadata moves every address but the authority', () => {
  const authorityMetadata = JSON.stringify({
    issuer: `https://login.microsoftonline.com/${tenantId}/v2.0`,
    jwks_uri: `https://login.microsoftonline.com/${tenantId}/discovery/v2.0/keys`,
    end_session_endpoint: 'http://127.0.0.1:7680/logout',
  })
  const endpoints = entraEndpoints({ cloud: 'public', tenantId, authorityMetadata })
  expect(endpoints.authority).toBe(`https://login.microsoftonline.com/${tenantId}`)
  expect(endpoints.endSessionEndpoint).toBe('http://127.0.0.1:7680/logout')
})

test('metadata without the keys is refused rather than half used', () => {
  expect(() =>
    entraEndpoints({ cloud: 'public', tenantId, authorityMetadata: '{"issuer":"https://x.example"}' }),
  ).toThrow()
})
