// The proof of the whole idea: SDKs that were not touched take the stand-in for Azure, with nothing but an environment.
import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openStandIn, type StandIn } from './open-stand-in.ts'
import type { Service } from './imitated-service.ts'
import { smallOrganization } from './small-organization.ts'

const vault: Service = {
  name: 'key-vault',
  answersFor: (host) => host.endsWith('.vault.azure.net'),
  answer: async ({ headers }, { tokens }) => ({
    status: 200,
    body: { caller: await tokens.verify(headers.authorization, 'https://vault.azure.net') },
  }),
}

const organization = smallOrganization()
let standIn: StandIn
beforeAll(async () => {
  standIn = await openStandIn({ organization, services: [vault] })
})
afterAll(() => standIn.close())

test('a managed identity reads a vault, and a person signs in with MSAL, in an unmodified process', async () => {
  const probe = new URL('sdk-probe.ts', import.meta.url).pathname
  const environment = { NODE_ENV: process.env.NODE_ENV, PATH: process.env.PATH, ...standIn.environment }
  const { stdout } = await promisify(execFile)(process.execPath, [probe], { env: environment })
  const { tenantId, kemptIdentity, people } = organization
  expect(JSON.parse(stdout)).toMatchObject({
    vault: {
      status: 200,
      body: { caller: { objectId: kemptIdentity.objectId, applicationId: kemptIdentity.applicationId, tenantId } },
    },
    signIn: {
      origin: standIn.origin,
      state: 'state-of-the-probe',
      account: `${people[0]?.objectId}.${tenantId}`,
      claims: { name: 'Mara Lindqvist', roles: ['Kempt.Lead'], oid: people[0]?.objectId, nonce: 'nonce-of-the-probe' },
      again: expect.stringContaining('AADSTS54005'),
    },
  })
  expect(standIn.azure.journal.counts()).toMatchObject({ 'managed-identity': 1, 'key-vault': 1 })
})
