// The environment, checked once at the start: a typed answer, or one sentence for every fault.
import { z } from 'zod'
import { databaseUrl, isLoopback, jobVariables, serverVariables } from './settings/variables.ts'

/** What the snapshot job needs. */
export type JobSettings = {
  /** Null: an embedded database in the data folder. */
  databaseUrl: string | null
  /** Absolute path. */
  dataFolder: string
  cloud: 'public' | 'us-government' | 'china'
  /** How many vaults are read side by side. */
  concurrency: number
  /** Tags that name an owner, most trusted first. */
  ownerTagNames: string[]
  /** For how long it is remembered who read what, in days. */
  accessRetentionDays: number
  /** Look only below these; at most one of the two lists has entries. */
  managementGroups: string[]
  subscriptions: string[]
}

/** What `npm start` needs before there is a database. */
export type ServerSettings = JobSettings & {
  host: string
  port: number
  /** Origin that people and Entra know Kempt by; no slash at its end. */
  url: string
  /** Five cron fields; null when no snapshots are scheduled. */
  schedule: string | null
  /** IANA name, for the schedule. */
  timeZone: string
  entra: {
    tenantId: string
    clientId: string
    clientSecret: string
    /** An OpenID configuration as JSON, which replaces Entra's own; only in the demo. */
    authorityMetadata: string | null
  }
  sessionSecret: string
  /** Reverse proxies in front that each add to X-Forwarded-For whom they heard from. */
  proxies: number
  /** How often one person, or one address that nobody is signed in at, may do what is dear; docs/decisions/0023. */
  limits: {
    /** Ways through sign-in, by one address. */
    signInsPerMinute: number
    exportsPerMinute: number
    /** Forms that are sent. */
    changesPerMinute: number
    /** Snapshots asked for by hand. */
    runsPerHour: number
  }
  demo: boolean
}

/** What the running app needs. */
export type AppSettings = ServerSettings & { databaseUrl: string }

/** `faults` has one sentence for each; the message is all of them, a line each. No secret is ever in them. */
export class SettingsError extends Error {
  override name = 'SettingsError'
  readonly faults: readonly string[]
  constructor(faults: readonly string[]) {
    super(faults.join('\n'))
    this.faults = faults
  }
}

type Environment = Readonly<Record<string, string | undefined>>

export function readJobSettings(environment: Environment): JobSettings {
  return jobSettings(readVariables(jobSchema, environment, [scopeFault]))
}

export function readServerSettings(environment: Environment): ServerSettings {
  return serverSettings(readVariables(serverSchema, environment, [scopeFault, urlFault, metadataFault]))
}

export function readAppSettings(environment: Environment): AppSettings {
  const variables = readVariables(appSchema, environment, [scopeFault, urlFault, metadataFault])
  return { ...serverSettings(variables), databaseUrl: variables.DATABASE_URL }
}

const jobSchema = z.object(jobVariables)
const serverSchema = z.object({ ...jobVariables, ...serverVariables })
const appSchema = z.object({ ...jobVariables, ...serverVariables, DATABASE_URL: databaseUrl })

type FaultBetween = (environment: Environment) => string | null

const scopeFault: FaultBetween = ({ KEMPT_MANAGEMENT_GROUPS, KEMPT_SUBSCRIPTIONS }) =>
  KEMPT_MANAGEMENT_GROUPS && KEMPT_SUBSCRIPTIONS
    ? 'KEMPT_SUBSCRIPTIONS cannot be set together with KEMPT_MANAGEMENT_GROUPS: Azure takes one kind of scope.'
    : null

const urlFault: FaultBetween = ({ HOST, KEMPT_URL }) =>
  HOST && !KEMPT_URL && !isLoopback(HOST)
    ? `KEMPT_URL is missing: with HOST=${HOST} Kempt cannot know the address people reach it by.`
    : null

const metadataFault: FaultBetween = ({ KEMPT_ENTRA_AUTHORITY_METADATA, KEMPT_DEMO }) =>
  KEMPT_ENTRA_AUTHORITY_METADATA && KEMPT_DEMO !== '1'
    ? 'KEMPT_ENTRA_AUTHORITY_METADATA is only for the demo: whoever sets it decides who may sign in.'
    : null

/**
 * Reads variables by a schema of theirs; throws `SettingsError` with all faults. An empty variable is one that is not set, as
 * in a compose file that passes on what its own environment lacks.
 */
export function readVariables<Shape extends z.ZodType>(
  schema: Shape,
  environment: Environment,
  between: FaultBetween[] = [],
): z.output<Shape> {
  const set = Object.fromEntries(Object.entries(environment).filter(([, value]) => value?.trim()))
  const { success, data, error } = schema.safeParse(set)
  const faults = [
    ...(error?.issues ?? []).map(({ path, message }) => `${String(path[0])} ${message}.`),
    ...between.flatMap((fault) => fault(set) ?? []),
  ]
  if (success && faults.length === 0) return data
  throw new SettingsError(faults)
}

const jobSettings = (variables: z.output<typeof jobSchema>): JobSettings => ({
  databaseUrl: variables.DATABASE_URL,
  dataFolder: variables.KEMPT_DATA_DIR,
  cloud: variables.KEMPT_CLOUD,
  concurrency: variables.KEMPT_CONCURRENCY,
  ownerTagNames: variables.KEMPT_OWNER_TAGS,
  accessRetentionDays: variables.KEMPT_ACCESS_RETENTION_DAYS,
  managementGroups: variables.KEMPT_MANAGEMENT_GROUPS,
  subscriptions: variables.KEMPT_SUBSCRIPTIONS,
})

const serverSettings = (variables: z.output<typeof serverSchema>): ServerSettings => ({
  ...jobSettings(variables),
  host: variables.HOST,
  port: variables.PORT,
  url: variables.KEMPT_URL ?? originOf(variables.HOST, variables.PORT),
  schedule: variables.KEMPT_SCHEDULE,
  timeZone: variables.KEMPT_TIME_ZONE,
  entra: {
    tenantId: variables.ENTRA_TENANT_ID,
    clientId: variables.ENTRA_CLIENT_ID,
    clientSecret: variables.ENTRA_CLIENT_SECRET,
    authorityMetadata: variables.KEMPT_ENTRA_AUTHORITY_METADATA,
  },
  sessionSecret: variables.KEMPT_SESSION_SECRET,
  proxies: variables.KEMPT_PROXIES,
  limits: {
    signInsPerMinute: variables.KEMPT_SIGN_INS_PER_MINUTE,
    exportsPerMinute: variables.KEMPT_EXPORTS_PER_MINUTE,
    changesPerMinute: variables.KEMPT_CHANGES_PER_MINUTE,
    runsPerHour: variables.KEMPT_RUNS_PER_HOUR,
  },
  demo: variables.KEMPT_DEMO,
})

function originOf(host: string, port: number): string {
  return `http://${host.includes(':') && !host.startsWith('[') ? `[${host}]` : host}:${port}`
}
