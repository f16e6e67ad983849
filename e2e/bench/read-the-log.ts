// How long does Kempt itself take over a day of log? From the answer of the service, through the SDK, into PostgreSQL, and what
// judging recalls of it. The floor is the same rows, parsed and inserted without any of the care.
import { createHttpHeaders } from '@azure/core-rest-pipeline'
import { connectAzure } from '#lib/azure/azure.ts'
import { openDatabase } from '#lib/db/open-database.ts'
import { recallAccess } from '#lib/recall/recall-access.ts'
import { whileOurs } from '#lib/snapshot/memory/while-ours.ts'
import { readWorkspace } from '#lib/snapshot/read-workspace.ts'
import { aRun } from '#lib/snapshot/testing/a-run.ts'
import { aDayOfLog, day, summaryRows, vaultIdOf, vaults } from './a-day-of-log.ts'
import { openThrowAwayDatabase } from './throw-away-database.ts'

const capturedAt = new Date(day.getTime() + 86_400_000)
const { body, calls } = aDayOfLog()
console.log(
  `  ${calls} calls in ${summaryRows} rows: ${(body.length / 2 ** 20).toFixed(0)} MB of answer (Log Analytics gives at most 100)`,
)

const database = await openThrowAwayDatabase()
const db = openDatabase(database.url)
let asked = 0
const azure = connectAzure({
  cloud: 'public',
  proxyEnvironment: {},
  credential: { getToken: async () => ({ token: 'token', expiresOnTimestamp: Number.MAX_SAFE_INTEGER }) },
  httpClient: {
    async sendRequest(request) {
      asked++
      return {
        request,
        status: 200,
        headers: createHttpHeaders({ 'content-type': 'application/json' }),
        bodyAsText: body,
      }
    },
  },
})

const seconds = async (work: () => Promise<unknown>): Promise<number> => {
  const start = performance.now()
  await work()
  return (performance.now() - start) / 1000
}

/** One parse, one insert. */
async function floor(): Promise<number> {
  await database.query('create table floor (cells jsonb)')
  return seconds(async () => {
    const { tables } = JSON.parse(body) as { tables: { rows: unknown[] }[] }
    const rows = tables[0]?.rows ?? []
    for (let from = 0; from < rows.length; from += 20_000)
      await database.query('insert into floor select * from jsonb_array_elements($1::jsonb)', [
        JSON.stringify(rows.slice(from, from + 20_000)),
      ])
  })
}

try {
  const seenFirstAt = day
  await db.vault.createMany({
    data: Array.from({ length: vaults }, (_, number) => ({
      resourceId: vaultIdOf(number),
      name: `kv-application-${number}`,
      seenFirstAt,
    })),
  })
  const vaultIds = new Map((await db.vault.findMany()).map(({ id, resourceId }) => [resourceId, id]))
  const workspace = {
    resourceId: '/workspaces/log',
    customerId: '99999999-1111-4111-8111-111111111111',
    name: 'log',
    retentionDays: 30,
  }
  const remember = whileOurs(db, await aRun(db))
  const read = () => readWorkspace({ db, remember, azure, workspace, vaultIds, capturedAt, own: null })

  const bare = await floor()
  const first = await seconds(read)
  console.log(
    `  read, checked and remembered in ${first.toFixed(1)} s with ${asked} query (aim: under 60 s, one query)`,
  )
  console.log(
    `  the same rows only parsed and inserted: ${bare.toFixed(1)} s, so ${(first / bare).toFixed(1)} times the floor`,
  )
  const position = await database.position()
  const again = await seconds(read)
  const [written] = await database.query<{ bytes: string }>(
    'select pg_wal_lsn_diff(pg_current_wal_flush_lsn(), $1::pg_lsn) as bytes',
    [position],
  )
  console.log(
    `  the same window once more: ${again.toFixed(1)} s, ${(Number(written?.bytes ?? 0) / 1024).toFixed(0)} kB of write-ahead log`,
  )
  const recalled = await seconds(async () => {
    for (const vaultId of vaultIds.values())
      await recallAccess(db, [vaultId], [{ i: 0, at: capturedAt }], { days: 120, recentDays: 7 })
  })
  console.log(`  recalled for judging, ${vaults} vaults one by one: ${recalled.toFixed(1)} s`)
} finally {
  azure.close()
  await db.$disconnect()
  await database.close()
}
