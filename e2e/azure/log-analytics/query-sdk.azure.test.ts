// The two query SDKs, untouched, take the stand-in's replies for Azure's.
import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openStandIn, type StandIn } from '../open-stand-in.ts'
import type { Access } from '../organization/organization.ts'
import { createResourceGraph } from '../resource-graph/resource-graph.ts'
import { dedicated, now, sampleAzure, vaults } from '../resource-graph/sample-azure.ts'
import { createLogAnalytics } from './log-analytics.ts'

const read: Access = {
  at: new Date('2026-11-22T08:00:00.250Z'),
  vault: vaults.pay,
  operation: 'SecretGet',
  object: { kind: 'secret', name: 'stripe-key', version: '0123456789abcdef0123456789abcdef' },
  httpStatus: 200,
  caller: { kind: 'application', objectId: 'an-object', applicationId: 'an-application' },
  address: '20.1.2.3',
  clientInfo: 'azsdk-js',
  durationMs: 7,
  description: null,
}

let standIn: StandIn
beforeAll(async () => {
  const { azure } = await sampleAzure((workspace) => (workspace === dedicated.customerId ? [read] : []))
  const services = [createResourceGraph(), createLogAnalytics()]
  standIn = await openStandIn({ organization: azure.organization, services })
  standIn.azure.clock.set(now)
})
afterAll(() => standIn.close())

test('pages, rows and refusals arrive as the SDKs expect them', async () => {
  const probe = new URL('query-probe.ts', import.meta.url).pathname
  const environment = { NODE_ENV: process.env.NODE_ENV, PATH: process.env.PATH, ...standIn.environment }
  const { stdout } = await promisify(execFile)(process.execPath, [probe, dedicated.customerId, vaults.pay.id], {
    env: environment,
  })
  expect(JSON.parse(stdout)).toMatchObject({
    pages: [
      { totalRecords: 3, count: 2, resultTruncated: 'false', data: [{ name: 'kv-Pay' }, { name: 'kv-core' }] },
      { totalRecords: 3, count: 1, resultTruncated: 'false', data: [{ name: 'kv-quiet' }] },
    ],
    badGraphQuery: {
      name: 'RestError',
      statusCode: 400,
      code: 'BadRequest',
      details: { error: { details: [{ code: 'InvalidQuery' }, { code: 'InvalidQueryLanguage' }] } },
    },
    isDate: true,
    rows: {
      status: 'Success',
      statistics: { query: {} },
      tables: [
        {
          name: 'PrimaryResult',
          columnDescriptors: [
            { name: 'TimeGenerated', type: 'datetime' },
            { name: 'HttpStatusCode', type: 'int' },
            { name: 'Identity', type: 'dynamic' },
            { name: 'IsRbacAuthorized', type: 'bool' },
          ],
          rows: [['2026-11-22T08:00:00.250Z', 200, { claim: { oid: 'an-object', appid: 'an-application' } }, true]],
        },
      ],
    },
    ofVault: { status: 'Success', tables: [{ rows: [[vaults.pay.id.toLowerCase()]] }] },
    missingTable: {
      name: 'RestError',
      statusCode: 400,
      code: 'BadArgumentError',
      details: {
        error: { innererror: { innererror: { message: expect.stringContaining("expression named 'Heartbeat'") } } },
      },
    },
  })
})
