// The stand-in before clients that neither it nor the product was written with: Microsoft's for Python, where they are installed.
import { execFile, spawnSync } from 'node:child_process'
import { promisify } from 'node:util'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createOrganization } from './organization/create-organization.ts'
import type { StandIn } from './open-stand-in.ts'
import { startStandIn } from './start-stand-in.ts'

const now = new Date('2026-11-20T12:00:00Z')
const [from, to] = [new Date('2026-11-18T00:00:00Z'), new Date('2026-11-19T00:00:00Z')]

const packages = [
  'identity',
  'keyvault.secrets',
  'keyvault.keys',
  'keyvault.certificates',
  'mgmt.resourcegraph',
  'monitor.query',
]
const importing = packages.map((name) => `import azure.${name}`).join('\n')

/** The first Python that has them all: one of a virtual environment, or that of the system. */
const python = ['python3', '/usr/bin/python3'].find((file) => spawnSync(file, ['-c', importing]).status === 0)

let standIn: StandIn
beforeAll(async () => {
  standIn = await startStandIn({ seed: 11, vaults: 16 })
  standIn.azure.clock.set(now)
})
afterAll(() => standIn.close())

test("Microsoft's Python clients see what is there, and are refused the one value they ask for", async ({ skip }) => {
  if (!python) return skip("Microsoft's Python clients are not installed here (Debian: python3-azure).")
  const organization = createOrganization({ seed: '11', vaults: 16 })
  const { vaults, workspaces } = organization.estateAt(now)
  const vault = vaults.find(
    ({ access, name }) => access === 'readable' && organization.objectsAt(name, now).length > 30,
  )
  const workspace = workspaces.find(({ table }) => table === 'AZKVAuditLogs')
  if (!vault || !workspace) throw new Error('nothing to ask for in this organization')
  const asked = {
    url: `https://${vault.name}.vault.azure.net`,
    workspace: workspace.customerId,
    from: from.toISOString().replace('Z', '+00:00'),
    to: to.toISOString().replace('Z', '+00:00'),
  }
  const { NODE_EXTRA_CA_CERTS: REQUESTS_CA_BUNDLE, ...environment } = standIn.environment
  const { NODE_ENV, PATH, PYTHONPATH } = process.env
  const { applicationId: AZURE_CLIENT_ID, secret: AZURE_CLIENT_SECRET } = organization.kemptIdentity
  const application = { AZURE_TENANT_ID: organization.tenantId, AZURE_CLIENT_ID, AZURE_CLIENT_SECRET }
  const env = { NODE_ENV, PATH, PYTHONPATH, ...environment, ...application, REQUESTS_CA_BUNDLE }
  const program = new URL('python-probe.py', import.meta.url).pathname
  const { stdout } = await promisify(execFile)(python, ['-W', 'ignore', program, JSON.stringify(asked)], { env })
  const seen = JSON.parse(stdout)

  expect(seen.vaults).toEqual(vaults.map(({ name }) => name).sort())
  const objects = organization.objectsAt(vault.name, now)
  const living = (kind: string) => objects.filter((object) => object.kind === kind && !object.deletedAt)
  const names = (kind: string) =>
    living(kind)
      .map(({ name }) => name)
      .sort()
  const [first] = names('secret')
  expect(seen.objects).toEqual({
    secrets: names('secret'),
    keys: names('key'),
    certificates: names('certificate'),
    deleted: objects.flatMap(({ kind, deletedAt, name }) => (kind === 'secret' && deletedAt ? name : [])).sort(),
    versions: living('secret')
      .flatMap(({ name, versions }) => (name === first ? versions.map(({ id }) => id) : []))
      .sort(),
    value: 403,
  })
  expect(seen.rows).toBe(organization.accesses(workspace.customerId, from, to).length)
  expect(seen.rows).toBeGreaterThan(100)
  // With a secret of its own instead of a managed identity.
  expect(seen.byApplication).toEqual(names('secret'))
  expect(standIn.azure.journal.violations()).toHaveLength(1)
})
