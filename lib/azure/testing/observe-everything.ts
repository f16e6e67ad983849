// Runs every observer once, as the snapshot would, and prints what was seen as JSON. A program of its own, because trust
// in a certificate authority is read when Node starts; everything else about it comes from its environment too.
import { connectAzure } from '../azure.ts'
import { EstateUnreadable } from '../estate-unreadable.ts'
import { listVaults } from '../list-vaults.ts'
import { listWorkspaces } from '../list-workspaces.ts'
import { observeDiagnostics } from '../observe-diagnostics.ts'
import { observeObjects } from '../observe-objects.ts'
import { observeVersions } from '../observe-versions.ts'
import { summarizeAccess } from '../summarize-access.ts'

const { from = '', to = '' } = JSON.parse(process.argv[2] ?? '{}')

const azure = connectAzure({
  cloud: 'public',
  proxyEnvironment: process.env,
  retry: { baseMs: 10, deadlineMs: 10_000 },
})

async function observeEverything() {
  const [{ vaults, unreadable }, workspaces] = await Promise.all([listVaults(azure), listWorkspaces(azure)])
  const observed = vaults.map(async (vault) => {
    const [secrets, keys, certificates, diagnostics] = await Promise.all([
      observeObjects(azure, vault, 'secret'),
      observeObjects(azure, vault, 'key'),
      observeObjects(azure, vault, 'certificate'),
      observeDiagnostics(azure, vault),
    ])
    const first = secrets.status === 'not' ? undefined : secrets.value[0]
    const versions = first ? await observeVersions(azure, vault, first) : null
    return { vault, secrets, keys, certificates, diagnostics, versionsOf: first?.name ?? null, versions }
  })
  const access = workspaces.map(async (workspace) => ({
    workspace,
    summary: await summarizeAccess(azure, workspace, new Date(from), new Date(to)),
  }))
  return { unreadable, observed: await Promise.all(observed), access: await Promise.all(access), meter: azure.meter }
}

try {
  process.stdout.write(JSON.stringify(await observeEverything()))
} catch (error) {
  if (!(error instanceof EstateUnreadable)) throw error
  process.stdout.write(JSON.stringify({ estateUnreadable: error.reason }))
} finally {
  azure.close()
}
