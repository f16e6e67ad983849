import { notRead, read } from '#lib/domain/observed.ts'
import { aSecret } from './a-secret.ts'
import type { Example } from './example.ts'

export const examples: readonly Example[] = [
  {
    says: 'a connection string that says so is recognised',
    given: { secrets: read([aSecret({ contentType: 'connection-string' })]) },
    verdict: 'pass',
    because: 'Its content type is connection-string.',
  },
  {
    says: 'any word will do, as long as there is one',
    given: { secrets: read([aSecret({ contentType: 'Passwort (SQL)' })]) },
    verdict: 'pass',
  },
  {
    says: 'a secret that says nothing is not recognised',
    given: { secrets: read([aSecret({ contentType: null })]) },
    verdict: 'fail',
    because: 'Has no content type.',
  },
  {
    says: 'a blank says nothing',
    given: { secrets: read([aSecret({ contentType: '  ' })]) },
    verdict: 'fail',
  },
  {
    says: 'a disabled secret need not explain itself',
    given: { secrets: read([aSecret({ contentType: null, enabled: false })]) },
    verdict: 'not-applicable',
  },
  {
    says: 'the secret behind a certificate was given one by Key Vault',
    given: { secrets: read([aSecret({ contentType: 'application/x-pkcs12', managed: true })]) },
    verdict: 'not-applicable',
  },
  {
    says: 'where the source does not tell such secrets apart, nobody knows',
    given: { secrets: read([aSecret({ contentType: 'application/x-pkcs12', managed: null })]) },
    verdict: 'unknown',
  },
  {
    says: 'a vault whose firewall refused says nothing about its secrets',
    given: { secrets: notRead('forbidden-by-firewall', 'request 1f0c: client address is not authorized') },
    verdict: 'unknown',
    because: "The secrets were not read: the vault's firewall refused.",
  },
]
