import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gunzipSync, gzipSync } from 'node:zlib'
import pg from 'pg'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { emptyDatabase } from '#e2e/database/empty-database.ts'
import { freshDatabaseUrl } from '#e2e/database/fresh-database.ts'
import { migrate } from '../migrate.ts'
import { migrationsFolder } from '../migrations-folder.ts'
import { backUp } from './back-up.ts'
import { restore } from './restore.ts'

const takenAt = new Date('2026-11-20T02:15:00Z')
const migrations = migrationsFolder

// Each copies and migrates several databases.
vi.setConfig({ testTimeout: 120_000 })

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'kempt-backup-'))
})
afterEach(() => rmSync(folder, { recursive: true }))
const file = () => join(folder, 'kempt.backup')

async function asked(url: string, ...statements: string[]): Promise<unknown[]> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    let rows: unknown[] = []
    for (const statement of statements) rows = (await client.query(statement)).rows
    return rows
  } finally {
    await client.end()
  }
}

/** Every row of every table as text, and every column there is. */
async function everything(url: string): Promise<unknown[]> {
  const tables = await asked(
    url,
    `select tablename from pg_tables where schemaname = 'public' and tablename <> '_prisma_migrations' order by 1`,
  )
  const named = tables as { tablename: string }[]
  const rows = named.map(({ tablename: name }) => `select '${name}' as place, t::text as held from "${name}" t`)
  const columns = `select table_name, column_name || ' ' || data_type from information_schema.columns where table_schema = 'public'`
  return asked(url, `${[...rows, columns].join(' union all ')} order by 1, 2`)
}

/** Rows that a careless way through a file would change: quotes, ends of lines, microseconds, arrays, numbers beyond a double. */
const oddRows = [
  `insert into vault (resource_id, name, seen_first_at) values
     ('/vaults/kv-o''brien', E'kv-"odd"\\name', '2026-02-01 02:15:00.123+00'),
     ('/vaults/kv-two', E'line\nbreak ‮ ☂ é', '2026-02-01 02:15+00')`,
  `insert into vault_object (vault_id, kind, name, name_key, seen_first_at)
     select id, 'secret', 'rmark', 'rmark', '2026-02-01 02:15+00' from vault`,
  `insert into vault_state (vault_id, valid_from, hash, uri, tenant_id, subscription_id, subscription_name, resource_group,
       location, management_groups, tags, settings)
     select id, '2026-02-01 02:15+00', 'h', 'https://x', 't', 's', 'n', 'g', 'l', array['a,b', '{c}', '"d"', ''],
       '{"owner": "m{\\"end\\":{}}"}', '{}' from vault`,
  `insert into audit_event (at, actor, action, subject, detail)
     values ('2026-11-19 23:59:59.999+00', E'm{"end":{}}\nr', 'exported', null, '{"n": 12345678901234567890.125, "s": "a\\nb"}')`,
]

test('what was backed up comes back to the last byte, and new rows are numbered after it', async () => {
  const from = await freshDatabaseUrl()
  await asked(from, ...oddRows)
  const rows = await backUp(from, file(), { takenAt })
  expect(rows).toBeGreaterThanOrEqual(5)
  expect(readdirSync(folder)).toEqual(['kempt.backup'])

  const to = await emptyDatabase()
  expect(await restore(to, file(), { migrations })).toBe(rows)
  expect(await everything(to)).toEqual(await everything(from))

  const next = `insert into vault (resource_id, name, seen_first_at)
    values ('/vaults/kv-next', 'kv-next', '2026-11-20') returning id`
  expect(await asked(to, next)).toEqual(await asked(from, next))
})

test('a backup of every older schema comes back, and is brought up to date as its database would have been', async () => {
  const names = readdirSync(migrations)
    .filter((name) => /^\d/.test(name))
    .sort()
  expect(names.length).toBeGreaterThan(2)
  const current = await freshDatabaseUrl()
  const all = (await asked(current, 'select migration_name as name, checksum from _prisma_migrations order by 1')) as {
    name: string
    checksum: string
  }[]
  for (let known = 1; known < names.length; known += 1) {
    const old = await emptyDatabase()
    await migrate(old, migrations, { only: all.slice(0, known) })
    await asked(old, ...oddRows)
    const backup = join(folder, `after-${known}`)
    await backUp(old, backup, { takenAt })
    await migrate(old, migrations)

    const to = await emptyDatabase()
    await restore(to, backup, { migrations })
    expect(await everything(to), names[known - 1]).toEqual(await everything(old))
  }
})

test('half a file, and one that was tampered with, put nothing back', async () => {
  const from = await freshDatabaseUrl()
  await asked(from, ...oddRows)
  await backUp(from, file(), { takenAt })
  const whole = gunzipSync(readFileSync(file())).toString('utf8')
  const lines = whole.trimEnd().split('\n')
  const broken = {
    'breaks off': gzipSync(lines.slice(0, -1).join('\n')),
    'has 0 of 1 rows of audit_event': gzipSync(`${lines.filter((line) => !line.includes('exported')).join('\n')}\n`),
    'is no backup': Buffer.from('not even zipped'),
    'cannot be read|could not be put back|unexpected end|breaks off': readFileSync(file()).subarray(0, -40),
  }
  for (const [says, bytes] of Object.entries(broken)) {
    writeFileSync(join(folder, 'broken'), bytes)
    const to = await emptyDatabase()
    await expect(restore(to, join(folder, 'broken'), { migrations }), says).rejects.toThrow(new RegExp(says))
    const [{ there } = { there: false }] = (await asked(to, `select to_regclass('vault') is not null as there`)) as {
      there: boolean
    }[]
    if (there) expect(await asked(to, 'select * from vault')).toEqual([])
  }
})

test('a database that remembers something is left alone, and so is a file that is there', async () => {
  const from = await freshDatabaseUrl()
  await asked(from, ...oddRows)
  await backUp(from, file(), { takenAt })
  const before = readFileSync(file())
  await expect(backUp(from, file(), { takenAt })).rejects.toThrow('is there already, and stays as it is')
  expect(readFileSync(file())).toEqual(before)
  expect(existsSync(`${file()}.partial`)).toBe(false)

  const held = await everything(from)
  await expect(restore(from, file(), { migrations })).rejects.toThrow('restore into an empty one')
  expect(await everything(from)).toEqual(held)
})

test('a backup of a newer version is refused in words', async () => {
  const from = await freshDatabaseUrl()
  await backUp(from, file(), { takenAt })
  const newer = gunzipSync(readFileSync(file()))
    .toString('utf8')
    .replace(/"migrations":\[/, '"migrations":[{"name":"2099_later","checksum":"x"},')
  writeFileSync(join(folder, 'newer'), gzipSync(newer))
  await expect(restore(await emptyDatabase(), join(folder, 'newer'), { migrations })).rejects.toThrow(
    'Migration 2099_later is not known to this version of Kempt',
  )
})
