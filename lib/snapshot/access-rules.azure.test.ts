// What the rules over the access log find, and what the pages say of callers, held against a count of every row of the log that
// knows nothing of the product.
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { StandIn } from '#e2e/azure/open-stand-in.ts'
import { type AccessFault, accessTruthAt } from '#e2e/azure/organization/truth/access/access-truth.ts'
import { heardThroughout } from '#e2e/azure/organization/truth/access/heard-days.ts'
import { readersOf } from '#e2e/azure/organization/truth/access/readers-of.ts'
import { sensitiveOperations } from '#e2e/azure/organization/truth/access/sensitive-operations.ts'
import { worstNonCachers } from '#e2e/azure/organization/truth/access/worst-non-cachers.ts'
import { startStandIn } from '#e2e/azure/start-stand-in.ts'
import { type Database, sql } from '#lib/db/open-database.ts'
import { defaultPolicy } from '#lib/domain/policy.ts'
import { sensitiveOperations as operationsByKind } from '#lib/domain/sensitive-operations.ts'
import { anInstallation } from './testing/an-installation.ts'

const dayMs = 86_400_000
const at = new Date('2026-11-28T02:15:00Z')
const daysAgo = (days: number) => new Date(at.getTime() - days * dayMs)
/** Rows take ten minutes to arrive. */
const arrivedBy = new Date(at.getTime() - 600_000 + 1)
/** Most workspaces keep rows for thirty days: a quarter could not be judged. */
const [unusedDays, backupDays] = [20, 20]

let standIn: StandIn
let db: Database
let truth: Record<AccessFault, string[]>
beforeAll(async () => {
  standIn = await startStandIn({ seed: 7, vaults: 24 })
  const installation = await anInstallation(standIn)
  db = installation.db
  const thresholds = { ...defaultPolicy.thresholds, unusedDays, backupDays }
  await db.policyVersion.create({ data: { createdAt: daysAgo(4), createdBy: 'test', policy: { thresholds } } })
  // Kempt's own calls of three days ago have arrived by now, or never will.
  for (const instant of [daysAgo(3), at]) {
    standIn.azure.clock.set(instant)
    await installation.takes(instant)
  }
  const { organization } = standIn.azure
  truth = accessTruthAt(organization, arrivedBy, daysAgo(25), { unusedDays, backupDays, sees: () => true })
}, 300_000)
afterAll(() => standIn.close())

async function subjects(ruleId: string, status: 'fail' | 'unknown'): Promise<string[]> {
  const rows = await db.$queryRaw<{ subject: string }[]>(sql`
    select concat_ws('/', v.name, o.kind::text, o.name) as subject from verdict d
    join vault v on v.id = d.vault_id left join vault_object o on o.id = d.object_id
    where d.rule_id = ${ruleId} and d.status = ${status}::remembered_verdict and d.valid_to is null and v.gone_at is null`)
  return rows.map(({ subject }) => subject).sort()
}

const faults = [
  'old-version-still-read',
  'unused-secret',
  'caller-not-caching',
  'access-denied-repeatedly',
  'audit-log-silent',
  'unprotected-vault-without-backup',
  'vault-throttled',
] as const satisfies AccessFault[]

test.each(faults)('%s is found wherever it is so, and nowhere else', async (rule) => {
  const [failing, unknown] = [await subjects(rule, 'fail'), new Set(await subjects(rule, 'unknown'))]
  // What could not be judged is said to be so; of all the rest the truth is known.
  const open = (subject: string) => unknown.has(subject)
  expect(failing).toEqual(truth[rule].filter((subject) => !open(subject)))
  // Comes and goes: in some weeks nobody is throttled.
  if (rule !== 'vault-throttled') expect(failing.length).toBeGreaterThan(0)
})

test('a vault whose log is not heard is judged by no rule over it, and every other one is', async () => {
  const { organization } = standIn.azure
  const heard = new Set(heardThroughout(organization, daysAgo(22), at))
  const unknown = await subjects('caller-not-caching', 'unknown')
  const readable = organization.estateAt(at).vaults.filter(({ access }) => access === 'readable')
  const quiet = readable.filter(({ name }) => !heard.has(name)).map(({ name }) => name)
  expect(quiet.length).toBeGreaterThan(0)
  const vaultsUnknown = new Set(unknown.map((subject) => subject.split('/')[0] ?? ''))
  for (const name of quiet) expect(vaultsUnknown, name).toContain(name)
  // Where its settings cannot be read nobody knows where its log goes.
  for (const { name, diagnosticsAccess } of readable)
    if (heard.has(name) && diagnosticsAccess !== 'denied') expect(vaultsUnknown, name).not.toContain(name)
})

test('who reads a secret, how often, when last and which versions', async () => {
  const { organization } = standIn.azure
  const from = new Date('2026-11-01T00:00:00Z')
  const [subject = ''] = truth['old-version-still-read']
  const [vault = '', , name = ''] = subject.split('/')
  const rows = await db.$queryRaw<{ identity: string; calls: number; lastAt: Date; versions: string[] }[]>(sql`
    select c.identity, sum(a.calls)::int as calls, max(a.last_at) as "lastAt", array_agg(distinct a.version order by a.version) as versions
    from access_day a join caller c on c.id = a.caller_id join vault v on v.id = a.vault_id
    where v.name = ${vault} and a.kind = 'secret' and a.name_key = ${name.toLowerCase()} and a.day >= ${from}::date
      and a.operation = 'SecretGet' and a.outcome = 'ok'
    group by c.identity`)
  const readers = readersOf(organization, subject, from, arrivedBy)
  expect(readers.size).toBeGreaterThan(0)
  expect(new Map(rows.map(({ identity, ...read }) => [identity, read]))).toEqual(
    new Map([...readers].map(([id, { versions, ...read }]) => [id, { ...read, versions: versions.toSorted() }])),
  )
})

test('the reads that caching would have saved are those of the log, caller by caller', async () => {
  // Whole windows on both sides, so that none is cut.
  const [from, to] = [new Date('2026-11-21T00:00:00Z'), new Date('2026-11-28T00:00:00Z')]
  const worst = worstNonCachers(standIn.azure.organization, from, to, 10)
  const rows = await db.$queryRaw<{ identity: string; needless: number }[]>(sql`
    select identity, sum(reads - 1)::int as needless from (
      select c.identity, a.vault_id, a.name_key, a.address, a.day, n, sum(hour.calls) as reads
      from access_day a join caller c on c.id = a.caller_id
      cross join generate_series(0, 2) n
      cross join lateral (select sum(h) as calls from unnest(a.hours[n * 8 + 1 : n * 8 + 8]) h) hour
      where a.day >= ${from}::date and a.day < ${to}::date and a.operation = 'SecretGet' and a.outcome = 'ok'
        and a.kind = 'secret' and hour.calls > 0
      group by 1, 2, 3, 4, 5, 6) windows
    group by identity order by needless desc, identity limit 10`)
  expect(rows.map(({ needless }) => needless)).toEqual(worst.map(({ needless }) => needless))
})

test('every deletion, purge, backup, restore and change of settings is remembered', async () => {
  const from = new Date('2026-11-01T00:00:00Z')
  const told = sensitiveOperations(standIn.azure.organization, from, arrivedBy)
  const rows = await db.$queryRaw<{ operation: string; calls: number }[]>(sql`
    select operation, sum(calls)::int as calls from every_access_day
    where day >= ${from}::date and outcome = 'ok' group by operation`)
  const kinds = Object.entries(operationsByKind).flatMap(([kind, operations]) => {
    const calls = rows
      .filter(({ operation }) => (operations as readonly string[]).includes(operation))
      .reduce((total, row) => total + row.calls, 0)
    return calls > 0 ? [[kind, calls] as const] : []
  })
  const truly = new Map<string, number>()
  for (const { kind, calls } of told) truly.set(kind, (truly.get(kind) ?? 0) + calls)
  expect(truly.size).toBeGreaterThan(2)
  expect(Object.fromEntries(kinds)).toEqual(Object.fromEntries(truly))
})
