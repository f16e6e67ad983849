// What each environment variable may hold. A message completes the sentence that begins with the variable's name; it never
// repeats a value that is a secret.
import { resolve } from 'node:path'
import { z } from 'zod'
import { isCronText } from './cron-text.ts'

const text = (missing: string) => z.string({ error: `is missing: ${missing}` }).trim()

const oneOf = <const Choices extends readonly string[]>(choices: Choices) =>
  z.enum(choices, { error: ({ input }) => `must be ${choices.join(' or ')}, not "${input}"` })

export const wholeNumber = (least: number, most: number) =>
  z
    .string()
    .refine((value) => /^\d{1,9}$/.test(value) && Number(value) >= least && Number(value) <= most, {
      error: ({ input }) => `must be a whole number from ${least} to ${most}, not "${input}"`,
    })
    .transform(Number)

const namesBetweenCommas = z.string().transform((value) =>
  value
    .split(',')
    .map((name) => name.trim())
    .filter((name) => name !== ''),
)

const isGuid = (value: string) => /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(value)
const guid = (missing: string) =>
  text(missing)
    .refine(isGuid, { error: ({ input }) => `must be a GUID, not "${input}"` })
    .toLowerCase()

/** Whether only this machine reaches that host: plain http will do there, for browsers and for Entra. */
export const isLoopback = (host: string) =>
  host === 'localhost' || host === '[::1]' || host === '::1' || /^127\./.test(host)

const publicUrl = z.string().transform((value, { addIssue }) => {
  const url = URL.parse(value)
  const fault = (message: string) => {
    addIssue({ code: 'custom', message })
    return z.NEVER
  }
  if (!url || !/^https?:$/.test(url.protocol)) return fault(`must be an http or https address, not "${value}"`)
  if (url.username || url.password || url.search || url.hash || url.pathname !== '/')
    return fault('must be an origin alone, such as https://kempt.example.org, without a path or a name to sign in with')
  if (url.protocol === 'http:' && !isLoopback(url.hostname))
    return fault(
      `must be https, because Entra sends nobody back to ${url.origin} (http will do for 127.0.0.1 and localhost)`,
    )
  return url.origin
})

/** Anything the driver understands; what it says about the server is found out by connecting. */
export const databaseUrl = text('start Kempt with "npm start", which sets it, or set it yourself').refine(
  (value) => /^postgres(ql)?:$/.test(URL.parse(value)?.protocol ?? ''),
  'must be an address that begins with postgresql://',
)

export const jobVariables = {
  DATABASE_URL: databaseUrl.nullable().default(null),
  KEMPT_DATA_DIR: z
    .string()
    .default('.data')
    .transform((folder) => resolve(folder)),
  KEMPT_CLOUD: oneOf(['public', 'us-government', 'china']).default('public'),
  KEMPT_CONCURRENCY: wholeNumber(1, 256).default(32),
  KEMPT_OWNER_TAGS: namesBetweenCommas.default(['owner', 'contact', 'team']),
  KEMPT_ACCESS_RETENTION_DAYS: wholeNumber(31, 3650).default(400),
  KEMPT_MANAGEMENT_GROUPS: namesBetweenCommas.default([]),
  KEMPT_SUBSCRIPTIONS: namesBetweenCommas
    .refine((ids) => ids.every(isGuid), 'must be GUIDs of subscriptions, separated by commas')
    .default([]),
}

export const serverVariables = {
  PORT: wholeNumber(1, 65_535).default(3000),
  HOST: z.string().default('127.0.0.1'),
  KEMPT_URL: publicUrl.nullable().default(null),
  KEMPT_SCHEDULE: z
    .string()
    .refine((value) => value === 'off' || isCronText(value), {
      error: ({ input }) => `must be five cron fields such as "15 2 * * *", or "off", not "${input}"`,
    })
    .default('15 2 * * *')
    .transform((value) => (value === 'off' ? null : value)),
  KEMPT_TIME_ZONE: z
    .string()
    .refine(isTimeZone, { error: ({ input }) => `must be a time zone such as Europe/Berlin, not "${input}"` })
    .default('UTC'),
  ENTRA_TENANT_ID: guid('it is the directory (tenant) id of your organization in Entra'),
  ENTRA_CLIENT_ID: guid('it is the application (client) id of the app registration people sign in with'),
  ENTRA_CLIENT_SECRET: text('it is a client secret of the app registration people sign in with'),
  KEMPT_SESSION_SECRET: text('it is at least 32 random characters, for example from "openssl rand -base64 32"').min(
    32,
    'must have at least 32 characters',
  ),
  KEMPT_PROXIES: wholeNumber(1, 10).default(1),
  KEMPT_SIGN_INS_PER_MINUTE: wholeNumber(1, 100_000).default(120),
  KEMPT_EXPORTS_PER_MINUTE: wholeNumber(1, 100_000).default(120),
  KEMPT_CHANGES_PER_MINUTE: wholeNumber(1, 100_000).default(120),
  KEMPT_RUNS_PER_HOUR: wholeNumber(1, 100_000).default(60),
  KEMPT_ENTRA_AUTHORITY_METADATA: z.string().refine(isJsonObject, 'must be a JSON object').nullable().default(null),
  KEMPT_DEMO: oneOf(['0', '1'])
    .default('0')
    .transform((value) => value === '1'),
}

function isTimeZone(name: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }).format(0) !== ''
  } catch {
    return false
  }
}

function isJsonObject(value: string): boolean {
  try {
    const parsed: unknown = JSON.parse(value)
    return typeof parsed === 'object' && parsed !== null && !Array.isArray(parsed)
  } catch {
    return false
  }
}
