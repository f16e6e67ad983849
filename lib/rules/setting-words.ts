// What gives a setting away: an address, the name of a service, a switch. A guess from names, so a careful one: a secret
// called a setting wrongly might be moved to where everybody reads it. What is doubtful is left out.
import type { VaultObject } from '#lib/domain/vault-object.ts'

export type SettingSign = {
  where: 'name' | 'content type'
  /** The words that were recognised. */
  words: string
  /** What they name. */
  names: SettingKind
}

export type SettingKind = 'an address' | 'the name of a service' | 'a switch or a number'

type Words = readonly (readonly [SettingKind, readonly string[]])[]

/** The last words of a name: they say what the thing is, while the words before them say whose. */
const endings: Words = [
  // A bare "url" or "uri" is not here: database-url and feed-url carry a password inside, callback-url a signature.
  [
    'an address',
    [
      'base-url',
      'api-url',
      'service-url',
      'public-url',
      'issuer-url',
      'redirect-url',
      'redirect-uri',
      'endpoint',
      'hostname',
      'host-name',
      'host',
      'fqdn',
      'ip',
      'ip-address',
      'port',
    ],
  ],
  // "user-name" is not here: it may be half of a credential. Nor is "name": it may be anybody's.
  [
    'the name of a service',
    [
      'service-name',
      'server-name',
      'account-name',
      'database-name',
      'queue-name',
      'topic-name',
      'container-name',
      'bucket-name',
      'region',
    ],
  ],
  [
    'a switch or a number',
    [
      'feature-flag',
      'flag',
      'enabled',
      'disabled',
      'toggle',
      'log-level',
      'timeout',
      'retry-count',
      'time-zone',
      'timezone',
    ],
  ],
]

/** Whole content types. Not here: "url", for the reason above, and "configuration", which may hold a password. */
const contentTypes: Words = [
  ['an address', ['text/uri-list', 'hostname', 'ip-address', 'endpoint']],
  ['the name of a service', ['service-name', 'region']],
  // The last is how App Configuration itself marks a flag.
  ['a switch or a number', ['boolean', 'feature-flag', 'application/vnd.microsoft.appconfig.ff+json']],
]

/**
 * Where one of these stands, in the name or the content type, nothing is a setting, whatever else it is called. A
 * webhook's address and a signed one let in whoever knows them; the endpoint of a bus or hub is often a connection string.
 */
const guards =
  /password|passwd|passphrase|pwd|secret|key|token|cred|conn|cert|private|auth|login|sas|sign|hook|dsn|bus|hub/

/** The sign that a secret is a setting; null when there is none, or any sign that it is not. */
export function settingSign({ name, contentType }: Pick<VaultObject, 'name' | 'contentType'>): SettingSign | null {
  const type = contentType?.split(';')[0]?.trim().toLowerCase() ?? ''
  if (guards.test(name.toLowerCase()) || guards.test(contentType?.toLowerCase() ?? '')) return null
  const spelled = inWords(name)
  for (const [kind, list] of endings) {
    const words = list.find((ending) => spelled === ending || spelled.endsWith(`-${ending}`))
    if (words) return { where: 'name', words, names: kind }
  }
  for (const [kind, list] of contentTypes) {
    if (list.includes(type)) return { where: 'content type', words: type, names: kind }
  }
  return null
}

/** "OrdersBaseUrl2", "orders--base-url" and "orders-base-url-2" are all "orders-base-url". */
const inWords = (name: string) =>
  name
    .replaceAll(/([a-z\d])([A-Z])|([A-Z])(?=[A-Z][a-z])/g, '$1$3-$2')
    .toLowerCase()
    .replaceAll(/-+/g, '-')
    .replace(/-?\d+$/, '')
