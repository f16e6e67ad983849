// The doctor against the whole stand-in: what it says of each vault is how the organization made it.
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import type { StandIn } from '#e2e/azure/open-stand-in.ts'
import { startStandIn } from '#e2e/azure/start-stand-in.ts'
import { emptyDatabase } from '#e2e/database/empty-database.ts'
import { freshDatabaseUrl } from '#e2e/database/fresh-database.ts'
import { openDatabase, sql } from '#lib/db/open-database.ts'
import { seeTheDoctor } from './testing/see-the-doctor.ts'

// It looks at the whole estate each time.
vi.setConfig({ testTimeout: 180_000 })

let standIn: StandIn
let databaseUrl: string
let emptyUrl: string
beforeAll(async () => {
  standIn = await startStandIn({ seed: 11, vaults: 16, trap: true })
  databaseUrl = await freshDatabaseUrl()
  emptyUrl = await emptyDatabase()
})
afterAll(() => standIn.close())

const estate = () => standIn.azure.organization.estateAt(standIn.azure.clock.now())

const says = (answer: Awaited<ReturnType<typeof seeTheDoctor>>['answer'], area: string, subject: string) =>
  answer.checks.find((check) => check.area === area && check.subject === subject)

test('of each vault it says what this identity may not see and what grants it, by metadata alone', async () => {
  standIn.azure.journal.clear()
  const { answer, exitCode, err, out } = await seeTheDoctor(standIn, { DATABASE_URL: databaseUrl })
  expect(err).toBe('')
  expect(exitCode).toBe(3)
  expect(answer.checks.filter(({ standing }) => standing === 'broken')).toEqual([])

  const commandOf = {
    'no-role': /--role "Key Vault Reader" --scope \S+\/vaults\//,
    'no-policy': /^az keyvault set-policy .*--secret-permissions list /,
    firewall: /^az keyvault network-rule add /,
    'private-only': /^az network private-endpoint create /,
    // Behind a proxy, as the stand-in is, nobody learns that it was the name.
    'name-gone': /^nothing can be granted$/,
  }
  const { vaults } = estate()
  const seen = answer.checks.filter(({ area }) => area === 'vault')
  expect(seen.map(({ subject }) => subject).sort()).toEqual(vaults.map(({ name }) => name).sort())
  const denied = vaults.filter(
    ({ access, diagnosticsAccess }) => access !== 'readable' || diagnosticsAccess === 'denied',
  )
  expect(denied.length).toBeGreaterThan(2)
  expect(seen.flatMap(({ standing, subject }) => (standing === 'good' ? [] : [subject])).sort()).toEqual(
    denied.map(({ name }) => name).sort(),
  )
  for (const { name, access, diagnosticsAccess } of denied) {
    const commands = says(answer, 'vault', name)?.grants.map(({ command }) => command ?? 'nothing can be granted') ?? []
    if (access !== 'readable')
      expect(
        commands.some((command) => commandOf[access].test(command)),
        name,
      ).toBe(true)
    if (diagnosticsAccess === 'denied')
      expect(commands.join('\n'), name).toMatch(/--role "Reader" --scope \S+\/vaults\//)
  }
  expect(answer.principalId).toBe(standIn.azure.organization.kemptIdentity.objectId)
  expect(answer.script).toContain(`--assignee-object-id ${answer.principalId}`)

  expect(standIn.azure.journal.violations()).toEqual([])
  const { methods, writes } = asked()
  expect(methods).toEqual(['GET', 'POST'])
  expect(writes).toEqual([])
  expect(out).not.toMatch(/canary/i)
  expect(out).not.toContain(standIn.azure.organization.kempt.clientSecret)
  expect(out).not.toContain('a-session-secret')
})

/** POST is how Resource Graph, Log Analytics and Entra are asked. */
function asked() {
  const entries = standIn.azure.journal.entries()
  const questions = /\/providers\/microsoft\.resourcegraph\/resources$|\/query$|\/token$|\/\$batch$/i
  return {
    methods: [...new Set(entries.map(({ method }) => method))].sort(),
    writes: entries.flatMap(({ method, path }) =>
      method === 'POST' && !questions.test(path.split('?')[0] ?? '') ? [path] : [],
    ),
  }
}

test('a vault that is opened to Kempt is well the next time', async () => {
  const shut = estate().vaults.find(({ access }) => access === 'no-role')
  if (!shut) throw new Error('no vault without a role in this organization')
  const from = standIn.azure.clock.now()
  standIn.azure.organization.amend({ kind: 'access', from, vault: shut.name, access: 'readable' })
  const { answer, out, err } = await seeTheDoctor(standIn, { DATABASE_URL: databaseUrl, AZURE_LOG_LEVEL: 'verbose' })
  expect(says(answer, 'vault', shut.name)).toMatchObject({ standing: 'good', grants: [] })
  // However much the SDKs are made to say, they say no token and no secret.
  expect(err).toContain('azure:')
  const { ENTRA_CLIENT_SECRET = '', IDENTITY_HEADER = '' } = standIn.environment
  for (const secret of [ENTRA_CLIENT_SECRET, IDENTITY_HEADER, 'a-session-secret', new URL(databaseUrl).password])
    expect(`${out}${err}`.includes(secret)).toBe(false)
  expect(/\beyJ[\w-]{8,}\.eyJ/.test(`${out}${err}`)).toBe(false)
})

test('a wrong client secret and a missing setting are told in words, and Azure is looked at all the same', async () => {
  const wrong = await seeTheDoctor(standIn, { DATABASE_URL: databaseUrl, ENTRA_CLIENT_SECRET: 'a-guess-of-mine' })
  expect(wrong.exitCode).toBe(1)
  expect(says(wrong.answer, 'sign-in', 'client secret')).toMatchObject({
    standing: 'broken',
    says: expect.stringMatching(/^ENTRA_CLIENT_SECRET is not a secret of this application/),
  })
  expect(wrong.out).not.toContain('a-guess-of-mine')

  const missing = await seeTheDoctor(standIn, { DATABASE_URL: databaseUrl, ENTRA_CLIENT_SECRET: '' })
  expect(missing.exitCode).toBe(1)
  expect(says(missing.answer, 'settings', 'ENTRA_CLIENT_SECRET')?.says).toMatch(/^is missing: /)
  expect(says(missing.answer, 'azure', 'Resource Graph')?.standing).toBe('good')
})

test('a database that does not answer is told, and an empty one stays empty', async () => {
  const nowhere = await seeTheDoctor(standIn, { DATABASE_URL: 'postgresql://kempt:pass-of-mine@127.0.0.1:1/kempt' })
  expect(nowhere.exitCode).toBe(1)
  expect(says(nowhere.answer, 'database', 'DATABASE_URL')?.says).toContain('127.0.0.1:1 cannot be reached')
  expect(nowhere.out).not.toContain('pass-of-mine')

  const { answer } = await seeTheDoctor(standIn, { DATABASE_URL: emptyUrl })
  const about = answer.checks.find(({ area }) => area === 'database')
  expect(about).toMatchObject({
    standing: 'good',
    says: expect.stringMatching(/the next start applies \d+ migrations/),
  })
  const db = openDatabase(emptyUrl, { max: 1 })
  const tables = await db.$queryRaw(sql`select tablename from pg_tables where schemaname = 'public'`)
  await db.$disconnect()
  expect(tables).toEqual([])
})

test('a subscription that cannot be seen is told where vaults of it are remembered, or the settings name it', async () => {
  const { organization, clock } = standIn.azure
  const [vault] = estate().vaults
  if (!vault) throw new Error('no vault in this organization')
  const [lost, never] = [vault.subscriptionId, '5f2c9a10-7d3e-4b8a-9c61-2e0d4f6a8b17']
  const scopes = estate().subscriptions.flatMap(({ id }) => (id === lost ? [] : `/subscriptions/${id}`))
  const roles = scopes.map((scope) => ({ roleId: 'acdd72a7-3385-48ef-bd42-f606fba81ae7', scope }))
  const { objectId: principalId } = organization.kemptIdentity
  organization.amend({ kind: 'roles', from: clock.now(), principalId, roles })
  const databaseOfOne = await freshDatabaseUrl()
  const db = openDatabase(databaseOfOne, { max: 1 })
  const { name } = vault
  await db.vault.create({ data: { resourceId: vault.id.toLowerCase(), name, seenFirstAt: clock.now() } })
  await db.$disconnect()

  const { answer, exitCode } = await seeTheDoctor(standIn, { DATABASE_URL: databaseOfOne })
  expect(exitCode).toBe(3)
  expect(says(answer, 'azure', `subscription ${lost}`)).toMatchObject({
    standing: 'lacking',
    says: expect.stringContaining('one vault is remembered there'),
    grants: [{ command: expect.stringMatching(new RegExp(`--role "Reader" --scope /subscriptions/${lost}$`)) }],
  })

  const named = await seeTheDoctor(standIn, {
    DATABASE_URL: databaseOfOne,
    KEMPT_SUBSCRIPTIONS: [scopes[0]?.split('/')[2], never.toUpperCase()].join(','),
  })
  const unseen = named.answer.checks.filter(({ area, subject }) => area === 'azure' && /^subscription /.test(subject))
  expect(unseen.map(({ subject }) => subject)).toEqual([`subscription ${never}`])
})
