// Looks at everything Kempt needs, from its settings to each part of each vault, and remembers nothing of it.
import pLimit from 'p-limit'
import { type Azure, connectAzure } from '#lib/azure/azure.ts'
import { logsReads } from '#lib/rules/audit-settings.ts'
import type { JobSettings } from '#lib/settings.ts'
import { type Check, good } from './check.ts'
import { checkAzure, type SeenEstate } from './check-azure.ts'
import { checkDatabase } from './check-database.ts'
import { checkSettings } from './check-settings.ts'
import { checkSight } from './check-sight.ts'
import { checkSignIn } from './check-sign-in.ts'
import { checkVault } from './check-vault.ts'
import { checkWorkspace } from './check-workspace.ts'
import { type ProbedVault, probeVault } from './probe-vault.ts'

export type Examination = {
  checks: readonly Check[]
  /** Object id of the identity Kempt reads with; null when it is not known. */
  principalId: string | null
}

/** `tell` hears what is looked at, for whoever waits. Throws only what is nobody's misconfiguration. */
export async function examine(
  environment: NodeJS.ProcessEnv,
  { now, tell }: { now: Date; tell: (doing: string) => void },
): Promise<Examination> {
  const { checks, job, server } = checkSettings(environment)
  if (!job) return { checks, principalId: null }
  tell('Looking at the database')
  const database = await checkDatabase(job)
  checks.push(database)
  if (server) {
    tell('Looking at sign-in')
    checks.push(...(await checkSignIn(server)))
  }
  tell('Looking at Azure')
  const azure = connectAzure({ ...job, proxyEnvironment: environment })
  try {
    const { checks: services, estate } = await checkAzure(azure)
    checks.push(...services)
    if (estate) {
      const remembers = database.standing === 'broken' ? null : job.databaseUrl
      checks.push(...(await checkSight(azure, estate, remembers)))
      checks.push(...(await checkEstate(azure, job, estate, { now, tell })))
    }
    return { checks, principalId: estate?.principalId ?? null }
  } finally {
    azure.close()
  }
}

async function checkEstate(
  azure: Azure,
  { concurrency }: JobSettings,
  { listing, workspaces, principalId }: SeenEstate,
  { now, tell }: { now: Date; tell: (doing: string) => void },
): Promise<Check[]> {
  const atOnce = pLimit(concurrency)
  let done = 0
  const probed = await Promise.all(
    listing.vaults.map((vault) =>
      atOnce(async () => {
        const seen = await probeVault(azure, vault)
        tell(`Looking at vaults: ${++done} of ${listing.vaults.length}`)
        return seen
      }),
    ),
  )
  tell('Looking at workspaces')
  const used = new Set(probed.flatMap(workspacesOf))
  const logs = workspaces.filter(({ resourceId }) => used.has(resourceId))
  return [
    ...(await Promise.all(logs.map((workspace) => checkWorkspace(azure, workspace, { now, principalId })))),
    ...listing.unreadable.map(
      ({ name, reason }): Check => ({ ...good('vault', name, reason.detail), standing: 'unsure' }),
    ),
    ...probed
      .map((seen) => checkVault(seen, { principalId, workspaces }))
      .toSorted((one, other) => (one.subject < other.subject ? -1 : 1)),
  ]
}

const workspacesOf = ({ diagnostics }: ProbedVault) =>
  diagnostics.status === 'not'
    ? []
    : diagnostics.value.filter(logsReads).flatMap(({ workspaceId }) => workspaceId ?? [])
