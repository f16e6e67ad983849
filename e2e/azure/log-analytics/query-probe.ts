// A program that knows nothing of the stand-in: the two query SDKs as they are published. Prints what they made of the answers.
// Run by query-sdk.azure.test.ts in a process of its own, because proxy and trust are read when Node starts.
import { ResourceGraphClient } from '@azure/arm-resourcegraph'
import { ManagedIdentityCredential } from '@azure/identity'
import { LogsQueryClient } from '@azure/monitor-query-logs'

const credential = new ManagedIdentityCredential()
const graph = new ResourceGraphClient(credential)
const logs = new LogsQueryClient(credential)
const [workspaceId = '', vaultId = ''] = process.argv.slice(2)

async function pages() {
  const query = "Resources | where type =~ 'microsoft.keyvault/vaults' | project id, name | order by name asc"
  const first = await graph.resources({ query, options: { top: 2 } })
  const second = await graph.resources({ query, options: first.skipToken ? { skipToken: first.skipToken } : {} })
  return [first, second].map(({ totalRecords, count, resultTruncated, data }) => ({
    totalRecords,
    count,
    resultTruncated,
    data,
  }))
}

async function refusal(ask: () => Promise<unknown>) {
  try {
    return { accepted: await ask() }
  } catch (error) {
    if (!(error instanceof Error)) throw error
    return { ...error, name: error.name, message: error.message }
  }
}

const lastDay = { duration: 'P1D' }
const rows = await logs.queryWorkspace(
  workspaceId,
  'AZKVAuditLogs | where OperationName == "SecretGet" | top 1 by TimeGenerated asc | project TimeGenerated, HttpStatusCode, Identity, IsRbacAuthorized',
  lastDay,
  { includeQueryStatistics: true },
)
const ofVault = await logs.queryResource(vaultId, 'AZKVAuditLogs | distinct _ResourceId', lastDay)

process.stdout.write(
  JSON.stringify({
    pages: await pages(),
    badGraphQuery: await refusal(() => graph.resources({ query: 'resources | parse id with x' })),
    rows,
    isDate: 'tables' in rows && rows.tables[0]?.rows[0]?.[0] instanceof Date,
    ofVault,
    missingTable: await refusal(() => logs.queryWorkspace(workspaceId, 'Heartbeat | count', lastDay)),
  }),
)
