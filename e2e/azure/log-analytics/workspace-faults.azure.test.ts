// Everything that can be wrong with a workspace, as the untouched query SDK makes it out.
import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openStandIn, type StandIn } from '../open-stand-in.ts'
import { type WorkspaceAnswer, workspaceAnswers } from '../faults/workspace-answers.ts'
import type { Access, Workspace } from '../organization/organization.ts'
import { dedicated, estate, now, sampleAzure, vaults } from '../resource-graph/sample-azure.ts'
import { createLogAnalytics } from './log-analytics.ts'

const read = (second: number): Access => ({
  at: new Date(now.getTime() - 3_600_000 + second * 1000),
  vault: vaults.pay,
  operation: 'SecretGet',
  object: { kind: 'secret', name: 'stripe-key', version: '0123456789abcdef0123456789abcdef' },
  httpStatus: 200,
  caller: { kind: 'application', objectId: 'an-object', applicationId: 'an-application' },
  address: '20.1.2.3',
  clientInfo: 'azsdk-js',
  durationMs: 7,
  description: null,
})

const untouched: Workspace = {
  ...dedicated,
  id: `${dedicated.id}-2`,
  customerId: dedicated.customerId.replace('c', 'e'),
}

type Outcome = Record<string, unknown>
let standIn: StandIn
let outcomes: Map<WorkspaceAnswer | 'well', Outcome>
let others: { neverCreated: Outcome; neverCreatedAlone: Outcome }

beforeAll(async () => {
  const { azure } = await sampleAzure((id) => (id === dedicated.customerId ? [1, 2, 3, 4].map(read) : []))
  const organization = {
    ...azure.organization,
    estateAt: () => ({ ...estate, workspaces: [...estate.workspaces, untouched] }),
  }
  standIn = await openStandIn({ organization, services: [createLogAnalytics()] })
  standIn.azure.clock.set(now)
  const path = `/v1/workspaces/${dedicated.customerId}/query`
  for (const kind of workspaceAnswers) standIn.faults.add({ id: kind, match: { path }, times: 1, act: { kind } })
  const probe = new URL('workspace-probe.ts', import.meta.url).pathname
  const env = { NODE_ENV: process.env.NODE_ENV, PATH: process.env.PATH, ...standIn.environment }
  const parameters = [`${workspaceAnswers.length + 1}`, dedicated.customerId, untouched.customerId]
  const { stdout } = await promisify(execFile)(process.execPath, [probe, ...parameters], { env })
  const told: { outcomes: Outcome[] } & typeof others = JSON.parse(stdout)
  outcomes = new Map([...workspaceAnswers, 'well' as const].map((kind, place) => [kind, told.outcomes[place] ?? {}]))
  others = told
}, 60_000)
afterAll(() => standIn.close())

test.each([
  ['workspace-missing', { name: 'RestError', statusCode: 404, code: 'PathNotFoundError' }],
  ['workspace-forbidden', { name: 'RestError', statusCode: 403, code: 'InsufficientAccessError' }],
  // The SDK looks for an error in a body that is not there.
  ['workspace-empty', { name: 'TypeError' }],
  ['query-timeout', { name: 'RestError', statusCode: 504, code: 'GatewayTimeout' }],
  ['partial', { status: 'PartialFailure', reason: 'PartialError', rows: 4 }],
  ['too-large', { status: 'PartialFailure', reason: 'PartialError', rows: 2 }],
  ['well', { status: 'Success', rows: 4 }],
] as const)('%s', (kind, outcome) => {
  expect(outcomes.get(kind)).toMatchObject(outcome)
})

test('a table that was never created is no trouble in a fuzzy union, and an error elsewhere', () => {
  expect(others.neverCreated).toEqual({ status: 'Success', rows: 0 })
  expect(others.neverCreatedAlone).toMatchObject({
    statusCode: 400,
    code: 'BadArgumentError',
    details: { error: { innererror: { innererror: { code: 'SEM0100' } } } },
  })
})
