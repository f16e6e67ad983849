// Where values are to be had for the asking, nothing asks; and what Kempt leaves behind (rows, a backup, what it prints, what a
// crash leaves) holds neither a value nor a token nor a secret of its own.
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { askThrough } from '#e2e/azure/ask-through.ts'
import type { StandIn } from '#e2e/azure/open-stand-in.ts'
import { startStandIn } from '#e2e/azure/start-stand-in.ts'
import { freshDatabaseUrl } from '#e2e/database/fresh-database.ts'
import { backUp } from '#lib/db/backup/back-up.ts'
import { openDatabase, sql } from '#lib/db/open-database.ts'
import { startTheJob } from './testing/run-the-job.ts'

const capturedAt = new Date('2026-11-20T02:15:00Z')

let standIn: StandIn
let databaseUrl: string
const folder = mkdtempSync(join(tmpdir(), 'kempt-leaks-'))
beforeAll(async () => {
  standIn = await startStandIn({ seed: 11, vaults: 6, trap: true })
  standIn.azure.clock.set(capturedAt)
  databaseUrl = await freshDatabaseUrl()
})
afterAll(async () => {
  await standIn.close()
  rmSync(folder, { recursive: true, force: true })
})

/** What nobody may find: every canary, every token (a JWT), and the secrets that the process was started with. */
function secretsIn(text: string): string[] {
  const { ENTRA_CLIENT_SECRET = '', IDENTITY_HEADER = '' } = standIn.environment
  const known = { ENTRA_CLIENT_SECRET, IDENTITY_HEADER, password: new URL(databaseUrl).password }
  return [
    ...Object.entries(known).flatMap(([name, secret]) => (text.includes(secret) ? [name] : [])),
    ...(/canary/i.test(text) ? ['a canary'] : []),
    ...(/\beyJ[\w-]{8,}\.eyJ[\w-]{8,}/.test(text) ? ['a token'] : []),
  ]
}

test('the trap is set: whoever asks for a value is told it', async () => {
  const { estateAt, objectsAt } = standIn.azure.organization
  const held = estateAt(capturedAt)
    .vaults.filter(({ access }) => access === 'readable')
    .flatMap(({ name }) => objectsAt(name, capturedAt).map((object) => ({ vault: name, ...object })))
  const secret = held.find(
    ({ kind, deletedAt, versions }) => kind === 'secret' && !deletedAt && versions.at(-1)?.enabled,
  )
  const { organization, tokens } = standIn.azure
  const { objectId: oid, applicationId: appid } = organization.kemptIdentity
  const token = await tokens.sign({ aud: 'https://vault.azure.net', tid: organization.tenantId, oid, appid }, 60)
  const asker = askThrough(standIn)
  const { text } = await asker.ask(
    `https://${secret?.vault}.vault.azure.net/secrets/${secret?.name}?api-version=2025-07-01`,
    { headers: { authorization: `Bearer ${token}` } },
  )
  asker.agent.destroy()
  expect(secretsIn(text)).toEqual(['a canary'])
  expect(secretsIn(token)).toEqual(['a token'])
  expect(standIn.azure.journal.violations()).toHaveLength(1)
  standIn.azure.journal.clear()
})

test('the database has a password that would be noticed', () => {
  expect(secretsIn(databaseUrl)).toEqual(['password'])
})

test('no value is asked for, and none is in the database, in its backup, or in all that the SDKs can be made to say', async () => {
  const loud = { AZURE_LOG_LEVEL: 'verbose', DEBUG: '*' }
  const { exitCode, out, err } = await startTheJob({ standIn, databaseUrl, at: capturedAt, environment: loud }).finished
  expect(exitCode, err.slice(-2000)).toBe(3)
  expect(err).toContain('azure:')
  expect(secretsIn(`${out}${err}`)).toEqual([])
  expect(standIn.azure.journal.violations()).toEqual([])

  const db = openDatabase(databaseUrl, { max: 1 })
  const tables = await db.$queryRaw<{ name: string }[]>(sql`
    select table_name as name from information_schema.tables where table_schema = 'public'`)
  expect(tables.length).toBeGreaterThan(12)
  for (const { name } of tables) {
    const rows = await db.$queryRawUnsafe<unknown[]>(`select 1 from "${name}" as row where row::text ilike '%canary%'`)
    expect(rows, name).toEqual([])
  }
  await db.$disconnect()

  const file = join(folder, 'backup.gz')
  expect(await backUp(databaseUrl, file, { takenAt: capturedAt })).toBeGreaterThan(500)
  expect(secretsIn(gunzipSync(readFileSync(file)).toString())).toEqual([])
})

test('a job that crashes leaves words and a report behind that hold no value, no token and no secret', async () => {
  const crash = new URL('./testing/crash-under-way.ts', import.meta.url).pathname
  const NODE_OPTIONS = `--import=${crash} --report-uncaught-exception --report-directory=${folder}`
  const { exitCode, out, err } = await startTheJob({
    standIn,
    databaseUrl,
    at: new Date(capturedAt.getTime() + 60_000),
    environment: { NODE_OPTIONS },
  }).finished
  expect(exitCode).toBe(1)
  expect(err).toContain('Crashed: Error: a fault of ours in the middle of it')
  expect(secretsIn(`${out}${err}`)).toEqual([])
  const reports = readdirSync(folder).filter((name) => name.startsWith('report.'))
  expect(reports).toHaveLength(1)
  for (const name of reports) expect(secretsIn(readFileSync(join(folder, name), 'utf8'))).toEqual([])
})
