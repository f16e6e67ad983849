import { notRead, partlyRead, read } from '#lib/domain/observed.ts'
import { aSecret } from './a-secret.ts'
import type { Example } from './example.ts'

const controlPlane = { code: 'forbidden-by-firewall', detail: 'read through the control plane' } as const

export const examples: readonly Example[] = [
  {
    says: 'a password is no certificate',
    given: { secrets: read([aSecret({ contentType: 'text/plain' })]) },
    verdict: 'pass',
    because: 'Its content type is not that of a certificate.',
  },
  {
    says: 'a secret without a content type does not say it is one',
    given: { secrets: read([aSecret({ contentType: null })]) },
    verdict: 'pass',
  },
  {
    says: 'a PKCS#12 file of somebody’s own is a certificate',
    given: { secrets: read([aSecret({ contentType: 'application/x-pkcs12' })]) },
    verdict: 'fail',
    because: 'Its content type is application/x-pkcs12: a certificate with its private key.',
  },
  {
    says: 'so is a PEM file, however the type is written',
    given: { secrets: read([aSecret({ contentType: ' Application/X-PEM-File; charset=utf-8' })]) },
    verdict: 'fail',
  },
  {
    says: 'the secret that Key Vault keeps behind a certificate is in its place',
    given: { secrets: read([aSecret({ contentType: 'application/x-pkcs12', managed: true })]) },
    verdict: 'not-applicable',
    because: 'Belongs to its certificate.',
  },
  {
    says: 'where the source does not tell the two apart, nobody knows',
    given: {
      secrets: partlyRead([aSecret({ contentType: 'application/x-pem-file', managed: null })], 'fields', controlPlane),
    },
    verdict: 'unknown',
  },
  {
    says: 'a disabled one is on its way out',
    given: { secrets: read([aSecret({ contentType: 'application/x-pkcs12', enabled: false })]) },
    verdict: 'not-applicable',
  },
  {
    says: 'secrets that were not listed may be certificates',
    given: { secrets: notRead('forbidden-by-access-policy', 'does not have secrets list permission') },
    verdict: 'unknown',
    because: 'The secrets were not read: no access policy allows it.',
  },
]
