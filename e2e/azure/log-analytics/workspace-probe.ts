// A program that knows nothing of the stand-in: the query SDK as it is published, asking workspaces that have something wrong
// with them. Prints what it made of each answer. Run by workspace-faults.azure.test.ts in a process of its own.
import { ManagedIdentityCredential } from '@azure/identity'
import { LogsQueryClient } from '@azure/monitor-query-logs'

const [times = '0', workspaceId = '', untouchedId = ''] = process.argv.slice(2)
const logs = new LogsQueryClient(new ManagedIdentityCredential(), { retryOptions: { maxRetries: 0 } })
const reads = `union isfuzzy=true
  (print Id = '' | where false),
  (AZKVAuditLogs | where OperationName == 'SecretGet' | project Id),
  (AzureDiagnostics | where OperationName == 'SecretGet' | project Id = id_s)`

async function ask(id: string, query: string) {
  try {
    const answer = await logs.queryWorkspace(id, query, { duration: 'P1D' })
    const tables = answer.status === 'Success' ? answer.tables : answer.partialTables
    const reason = answer.status === 'Success' ? undefined : answer.partialError.code
    return { status: answer.status, reason, rows: tables?.[0]?.rows.length }
  } catch (error) {
    if (!(error instanceof Error)) throw error
    return { ...error, name: error.name, message: error.message }
  }
}

const outcomes = []
for (let time = 0; time < Number(times); time++) outcomes.push(await ask(workspaceId, reads))
process.stdout.write(
  JSON.stringify({
    outcomes,
    neverCreated: await ask(untouchedId, reads),
    neverCreatedAlone: await ask(untouchedId, 'AZKVAuditLogs | count'),
  }),
)
