import { notRead, read } from '#lib/domain/observed.ts'
import { aSecret } from './a-secret.ts'
import type { Example } from './example.ts'

export const examples: readonly Example[] = [
  {
    says: 'a key is a secret',
    given: { secrets: read([aSecret({ name: 'stripe-key', contentType: 'text/plain' })]) },
    verdict: 'pass',
    because: 'Neither its name nor its content type is that of a setting.',
  },
  {
    says: 'an address is not',
    given: { secrets: read([aSecret({ name: 'orders-base-url' })]) },
    verdict: 'fail',
    because: 'Its name ends in "base-url", which is an address.',
  },
  {
    says: 'nor is the name of a service, however it is written',
    given: { secrets: read([aSecret({ name: 'StorageAccountName' })]) },
    verdict: 'fail',
    because: 'Its name ends in "account-name", which is the name of a service.',
  },
  {
    says: 'nor is a switch',
    given: { secrets: read([aSecret({ name: 'orders-feature-flag', contentType: 'application/json' })]) },
    verdict: 'fail',
    because: 'Its name ends in "feature-flag", which is a switch or a number.',
  },
  {
    says: 'a content type gives a setting away as well',
    given: { secrets: read([aSecret({ name: 'orders-dark-mode', contentType: 'boolean' })]) },
    verdict: 'fail',
    because: 'Its content type "boolean" is that of a switch or a number.',
  },
  {
    says: 'the address of a database may have the password in it',
    given: { secrets: read([aSecret({ name: 'orders-database-url' })]) },
    verdict: 'pass',
  },
  {
    says: 'a name that speaks of a credential is believed, whatever it ends in',
    given: { secrets: read([aSecret({ name: 'connection-to-orders-host' })]) },
    verdict: 'pass',
  },
  {
    says: 'a content type that speaks of a credential settles it',
    given: { secrets: read([aSecret({ name: 'orders-endpoint', contentType: 'connection-string' })]) },
    verdict: 'pass',
  },
  {
    says: 'a disabled secret is nobody’s setting',
    given: { secrets: read([aSecret({ name: 'orders-base-url', enabled: false })]) },
    verdict: 'not-applicable',
  },
  {
    says: 'the secret behind a certificate is no setting',
    given: { secrets: read([aSecret({ name: 'orders-host', managed: true })]) },
    verdict: 'not-applicable',
  },
  {
    says: 'where the source does not tell such secrets apart, nobody knows',
    given: { secrets: read([aSecret({ name: 'orders-host', managed: null })]) },
    verdict: 'unknown',
  },
  {
    says: 'secrets that were not listed have no names to judge by',
    given: { secrets: notRead('forbidden-by-rbac', 'ForbiddenByRbac') },
    verdict: 'unknown',
    because: 'The secrets were not read: no role assignment allows it.',
  },
]
