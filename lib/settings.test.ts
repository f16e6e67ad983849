import { resolve } from 'node:path'
import { expect, test } from 'vitest'
import { readAppSettings, readJobSettings, readServerSettings, SettingsError } from './settings.ts'

const environment = {
  DATABASE_URL: 'postgresql://kempt:hidden@127.0.0.1:5432/kempt',
  ENTRA_TENANT_ID: '11111111-2222-3333-4444-555555555555',
  ENTRA_CLIENT_ID: 'AAAAAAAA-2222-3333-4444-555555555555',
  ENTRA_CLIENT_SECRET: 'client-secret',
  KEMPT_SESSION_SECRET: 'x'.repeat(32),
}

type Reader = (from: Record<string, string | undefined>) => unknown

function faultsOf(changes: Record<string, string | undefined>, read: Reader = readAppSettings) {
  try {
    read({ ...environment, ...changes })
    return []
  } catch (error) {
    if (error instanceof SettingsError) return error.faults
    throw error
  }
}

test('the app needs a database, an app registration and a session secret; the rest has a default', () => {
  expect(readAppSettings(environment)).toEqual({
    databaseUrl: environment.DATABASE_URL,
    dataFolder: resolve('.data'),
    cloud: 'public',
    concurrency: 32,
    ownerTagNames: ['owner', 'contact', 'team'],
    accessRetentionDays: 400,
    managementGroups: [],
    subscriptions: [],
    host: '127.0.0.1',
    port: 3000,
    url: 'http://127.0.0.1:3000',
    schedule: '15 2 * * *',
    timeZone: 'UTC',
    entra: {
      tenantId: environment.ENTRA_TENANT_ID,
      clientId: environment.ENTRA_CLIENT_ID.toLowerCase(),
      clientSecret: 'client-secret',
      authorityMetadata: null,
    },
    sessionSecret: environment.KEMPT_SESSION_SECRET,
    proxies: 1,
    limits: { signInsPerMinute: 120, exportsPerMinute: 120, changesPerMinute: 120, runsPerHour: 60 },
    demo: false,
  })
})

test('the job needs nothing', () => {
  expect(readJobSettings({})).toMatchObject({ databaseUrl: null, cloud: 'public', concurrency: 32 })
})

test('the server brings a database of its own when none is named', () => {
  expect(readServerSettings({ ...environment, DATABASE_URL: undefined }).databaseUrl).toBe(null)
  expect(faultsOf({ DATABASE_URL: '' })).toEqual([
    'DATABASE_URL is missing: start Kempt with "npm start", which sets it, or set it yourself.',
  ])
})

test('a variable that is set to nothing is one that is not set', () => {
  expect(readAppSettings({ ...environment, PORT: '', KEMPT_OWNER_TAGS: ' ' })).toMatchObject({
    port: 3000,
    ownerTagNames: ['owner', 'contact', 'team'],
    accessRetentionDays: 400,
  })
})

test('lists are cut at their commas', () => {
  const settings = readJobSettings({ KEMPT_OWNER_TAGS: 'Owner, cost center,', KEMPT_MANAGEMENT_GROUPS: 'halden' })
  expect(settings).toMatchObject({ ownerTagNames: ['Owner', 'cost center'], managementGroups: ['halden'] })
})

test('the schedule can be switched off', () => {
  expect(readServerSettings({ ...environment, KEMPT_SCHEDULE: 'off' }).schedule).toBe(null)
})

test('the public address loses its last slash, and an IPv6 host gets its brackets', () => {
  expect(readAppSettings({ ...environment, KEMPT_URL: 'https://kempt.example.org/' }).url).toBe(
    'https://kempt.example.org',
  )
  expect(readAppSettings({ ...environment, HOST: '::1' }).url).toBe('http://[::1]:3000')
})

test('every fault is told at once, each in a sentence of its own', () => {
  expect(faultsOf({ PORT: '0', KEMPT_CLOUD: 'azure', KEMPT_SESSION_SECRET: 'short', HOST: '0.0.0.0' })).toEqual([
    'KEMPT_CLOUD must be public or us-government or china, not "azure".',
    'PORT must be a whole number from 1 to 65535, not "0".',
    'KEMPT_SESSION_SECRET must have at least 32 characters.',
    'KEMPT_URL is missing: with HOST=0.0.0.0 Kempt cannot know the address people reach it by.',
  ])
})

test.each([
  ['PORT', '80a', 'PORT must be a whole number from 1 to 65535, not "80a".'],
  ['PORT', '70000', 'PORT must be a whole number from 1 to 65535, not "70000".'],
  ['KEMPT_CONCURRENCY', '0', 'KEMPT_CONCURRENCY must be a whole number from 1 to 256, not "0".'],
  ['KEMPT_URL', 'kempt', 'KEMPT_URL must be an http or https address, not "kempt".'],
  ['KEMPT_URL', 'http://kempt.example.org', /^KEMPT_URL must be https/],
  ['KEMPT_URL', 'https://kempt.example.org/app', /^KEMPT_URL must be an origin alone/],
  ['KEMPT_SCHEDULE', 'daily', 'KEMPT_SCHEDULE must be five cron fields such as "15 2 * * *", or "off", not "daily".'],
  ['KEMPT_TIME_ZONE', 'Mars/Base', 'KEMPT_TIME_ZONE must be a time zone such as Europe/Berlin, not "Mars/Base".'],
  ['KEMPT_DEMO', 'yes', 'KEMPT_DEMO must be 0 or 1, not "yes".'],
  ['KEMPT_SUBSCRIPTIONS', 'production', 'KEMPT_SUBSCRIPTIONS must be GUIDs of subscriptions, separated by commas.'],
  ['ENTRA_TENANT_ID', 'halden', 'ENTRA_TENANT_ID must be a GUID, not "halden".'],
  ['ENTRA_TENANT_ID', undefined, /^ENTRA_TENANT_ID is missing/],
  ['ENTRA_CLIENT_ID', undefined, /^ENTRA_CLIENT_ID is missing/],
  ['ENTRA_CLIENT_SECRET', undefined, /^ENTRA_CLIENT_SECRET is missing/],
  ['KEMPT_SESSION_SECRET', undefined, /^KEMPT_SESSION_SECRET is missing/],
  ['DATABASE_URL', 'mysql://root@db/kempt', 'DATABASE_URL must be an address that begins with postgresql://.'],
])('%s=%s is one fault', (name, value, sentence) => {
  const faults = faultsOf({ [name]: value })
  expect(faults).toHaveLength(1)
  expect(faults[0]).toMatch(sentence)
})

test('management groups and subscriptions are not named together', () => {
  const both = { KEMPT_MANAGEMENT_GROUPS: 'halden', KEMPT_SUBSCRIPTIONS: environment.ENTRA_TENANT_ID }
  expect(faultsOf(both, readJobSettings)).toEqual([
    'KEMPT_SUBSCRIPTIONS cannot be set together with KEMPT_MANAGEMENT_GROUPS: Azure takes one kind of scope.',
  ])
})

test('another Entra than the real one is refused outside the demo', () => {
  const metadata = { KEMPT_ENTRA_AUTHORITY_METADATA: '{"issuer":"http://127.0.0.1:7680"}' }
  expect(faultsOf(metadata)).toEqual([
    'KEMPT_ENTRA_AUTHORITY_METADATA is only for the demo: whoever sets it decides who may sign in.',
  ])
  expect(faultsOf({ ...metadata, KEMPT_DEMO: '1' })).toEqual([])
  expect(faultsOf({ KEMPT_ENTRA_AUTHORITY_METADATA: '[]', KEMPT_DEMO: '1' })).toEqual([
    'KEMPT_ENTRA_AUTHORITY_METADATA must be a JSON object.',
  ])
})

test('no secret is ever repeated', () => {
  const faults = faultsOf({ KEMPT_SESSION_SECRET: 'swordfish', DATABASE_URL: 'swordfish', ENTRA_CLIENT_SECRET: ' ' })
  expect(faults.length).toBe(3)
  expect(faults.join()).not.toContain('swordfish')
})
