import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { type Asker, askThrough } from '../ask-through.ts'
import { openStandIn, type StandIn } from '../open-stand-in.ts'
import { createOrganization } from '../organization/create-organization.ts'
import { dayMs, hourMs } from '../organization/rhythm.ts'
import { createLogAnalytics } from './log-analytics.ts'

const now = new Date('2026-11-20T12:30:00Z')
const daysAgo = (days: number) => new Date(now.getTime() - days * dayMs)
const organization = createOrganization({ seed: 'kempt', vaults: 20 })
const [workspace, other] = organization.estateAt(now).workspaces
if (!workspace || !other) throw new Error('there are no workspaces')

let standIn: StandIn
let asker: Asker
beforeAll(async () => {
  standIn = await openStandIn({ organization, services: [createLogAnalytics()] })
  asker = askThrough(standIn)
})
afterEach(() => organization.undoAmendments())
afterAll(async () => {
  asker.agent.destroy()
  await standIn.close()
})

const stretch = { from: daysAgo(1.5), until: daysAgo(1) }

test.each(['customerId', 'id', 'name'] as const)(
  'a log is late until it arrives, in the workspace of that %s',
  (form) => {
    const rows = organization.accesses(workspace.customerId, daysAgo(2), now)
    const estate = organization.estateAt(now)
    organization.amend({
      kind: 'late-log',
      ...stretch,
      workspace: workspace[form].toUpperCase(),
      arrivesAt: daysAgo(0.5),
    })
    expect(organization.lateLogs(workspace.customerId, daysAgo(0.6))).toMatchObject([stretch])
    expect(organization.lateLogs(workspace.customerId, daysAgo(0.5))).toEqual([])
    expect(organization.lateLogs(other.customerId, daysAgo(0.6))).toEqual([])
    // What is there and what was done stays as it was.
    expect(organization.accesses(workspace.customerId, daysAgo(2), now)).toEqual(rows)
    expect(organization.estateAt(now)).toBe(estate)
    organization.undoAmendments()
    expect(organization.lateLogs(workspace.customerId, daysAgo(0.6))).toEqual([])
  },
)

test('said through the door for tests, it hides the rows from whoever asks too early', async () => {
  const amendment = { kind: 'late-log', ...stretch, workspace: workspace.name, arrivesAt: now }
  const amended = await fetch(`${standIn.origin}/_emulator/amendments`, {
    method: 'POST',
    body: JSON.stringify(amendment),
  })
  expect(amended.status).toBe(201)
  const inStretch = organization.accesses(workspace.customerId, stretch.from, stretch.until).length
  const all = organization.accesses(workspace.customerId, daysAgo(2), daysAgo(0.5)).length
  expect(inStretch).toBeGreaterThan(0)
  standIn.azure.clock.set(new Date(now.getTime() - hourMs))
  expect(await count()).toBe(all - inStretch)
  standIn.azure.clock.set(now)
  expect(await count()).toBe(all)
})

async function count(): Promise<number> {
  const { tokens } = standIn.azure
  const { objectId: oid, applicationId: appid } = organization.kemptIdentity
  const token = await tokens.sign({ aud: 'https://api.loganalytics.io', tid: organization.tenantId, oid, appid }, 3600)
  const timespan = `${daysAgo(2).toISOString()}/${daysAgo(0.5).toISOString()}`
  const { text } = await asker.ask(`https://api.loganalytics.io/v1/workspaces/${workspace?.customerId}/query`, {
    method: 'POST',
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
    body: JSON.stringify({ query: `${workspace?.table} | count`, timespan }),
  })
  return JSON.parse(text).tables[0].rows[0][0]
}
