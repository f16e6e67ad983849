import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseEnv } from 'node:util'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { standInEnvironment, writeEnvironmentFile } from './environment-file.ts'
import { createClock } from './clock.ts'
import { createJournal } from './journal.ts'
import { smallOrganization } from './small-organization.ts'
import { createTokens } from './tokens.ts'

const origin = 'http://127.0.0.1:7680'
const certificate = '-----BEGIN CERTIFICATE-----\nours\n-----END CERTIFICATE-----\n'
let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'stand in env '))
})
afterEach(() => rmSync(folder, { recursive: true }))

async function environmentWith(alreadyTrusted: string | undefined) {
  const organization = smallOrganization()
  const tokens = await createTokens(organization.tenantId)
  const azure = { clock: createClock(), journal: createJournal(), tokens, organization, origin }
  return standInEnvironment(azure, 'header', { certificate, folder, alreadyTrusted })
}

test('the file says what the environment says, to Node’s own reader', async () => {
  const environment = await environmentWith(undefined)
  const file = join(folder, '.env')
  writeEnvironmentFile(file, environment)
  expect(parseEnv(readFileSync(file, 'utf8'))).toEqual(environment)
  expect(readdirSync(folder).toSorted()).toEqual(['.env', 'trusted-certificates.pem'])
})

test('only what a browser visits is on loopback; tokens stay behind TLS', async () => {
  const { KEMPT_ENTRA_AUTHORITY_METADATA = '' } = await environmentWith(undefined)
  const metadata: Record<string, unknown> = JSON.parse(KEMPT_ENTRA_AUTHORITY_METADATA)
  const moved = Object.keys(metadata).filter((key) => String(metadata[key]).startsWith(origin))
  expect(moved.toSorted()).toEqual(['authorization_endpoint', 'end_session_endpoint'])
  expect(metadata.token_endpoint).toMatch(/^https:\/\/login\.microsoftonline\.com\//)
})

test('what the machine trusts already stays trusted, and starting again does not make the bundle grow', async () => {
  const existing = join(folder, 'company.pem')
  writeFileSync(existing, 'company certificate\n')
  const first = await environmentWith(existing)
  const bundle = first.NODE_EXTRA_CA_CERTS ?? ''
  expect(readFileSync(bundle, 'utf8')).toBe(`company certificate\n${certificate}`)
  await environmentWith(bundle)
  expect(readFileSync(bundle, 'utf8')).toBe(`company certificate\n${certificate}`)
})

test('a trust file that is named but missing is no reason not to start', async () => {
  const { NODE_EXTRA_CA_CERTS = '' } = await environmentWith(join(folder, 'nowhere.pem'))
  expect(readFileSync(NODE_EXTRA_CA_CERTS, 'utf8')).toBe(certificate)
})
