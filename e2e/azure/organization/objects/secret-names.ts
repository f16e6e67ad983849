// What secrets are called, in the words of the application that needs them.
import { type Seed, shuffled } from '../seeded-random.ts'

export type SecretName = {
  name: string
  /** What its content type would be, had somebody written it down. */
  contentType: string
}

const text = 'text/plain'
const connection = 'connection-string'
const json = 'application/json'

/** `*` stands for the application's word. */
const inside: [string, string][] = [
  ['sql-*-connection', connection],
  ['sql-*-reader-password', text],
  ['sql-*-admin-password', text],
  ['postgres-*-connection', connection],
  ['postgres-*-password', text],
  ['redis-*-connection', connection],
  ['redis-*-key', text],
  ['storage-*-key', text],
  ['storage-*-sas', text],
  ['servicebus-*-connection', connection],
  ['servicebus-*-sas', text],
  ['eventhub-*-key', text],
  ['cosmos-*-key', text],
  ['search-*-admin-key', text],
  ['*-api-key', text],
  ['*-client-secret', text],
  ['*-jwt-signing', text],
  ['*-webhook-secret', text],
  ['*-cookie-key', text],
  ['*-hmac-key', text],
  ['*-basic-auth', json],
  ['*-service-account', json],
  ['*-ssh-private-key', 'application/x-openssh-key'],
  ['*-pgp-passphrase', text],
  ['smtp-password', text],
]

const partners =
  'stripe adyen klarna twilio sendgrid here-maps tomtom dhl maersk dbschenker sap salesforce docusign slack pagerduty datadog github npm jira snowflake powerbi avalara cargowise descartes project44 geotab samsara zebra loqate openweather'.split(
    ' ',
  )

const credentials: [string, string][] = [
  ['api-key', text],
  ['client-secret', text],
  ['webhook-secret', text],
  ['sftp-password', text],
]

const parts = ['batch', 'mobile', 'admin', 'partner', 'legacy', 'nightly', 'export', 'import']

/** Addresses, names and switches that belong into App Configuration, not into a vault. */
const settings: [string, string][] = [
  ['*-base-url', 'text/uri-list'],
  ['smtp-host', text],
  ['*-feature-flag', 'application/json'],
  ['storage-*-account-name', text],
]

/** As many different names as asked for, the ordinary ones first. */
export function secretNames(word: string, count: number, seed: Seed): SecretName[] {
  const own = (list: [string, string][]) =>
    list.map(([name, contentType]) => ({ name: name.replace('*', word), contentType }))
  const outside = partners.flatMap((partner) =>
    credentials.map(([credential, contentType]) => ({ name: `${partner}-${credential}`, contentType })),
  )
  const names = shuffled([...own(inside), ...outside.slice(0, Math.max(16, count))], seed)
  if (count > 12) names.splice(7, 0, ...own(settings).slice(0, 1 + Math.floor(count / 60)))
  for (const part of parts) {
    if (names.length >= count) break
    names.push(
      ...shuffled(
        [...own(inside), ...outside].map(({ name, contentType }) => ({ name: `${part}-${name}`, contentType })),
        { high: seed.low, low: seed.high + part.length },
      ),
    )
  }
  for (let number = 2; names.length < count; number++)
    names.push({ name: `${word}-token-${number}`, contentType: text })
  return names.slice(0, count)
}
