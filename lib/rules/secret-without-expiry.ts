import { isoDate } from '#lib/format/date.ts'
import { certificateDecides } from './certificate-decides.ts'
import { expiresInDays, secretWords } from './command-words.ts'
import { fail, notApplicable, pass } from './decision.ts'
import { defineRule } from './rule.ts'

// Unlike the built-in policy, which counts them, the secrets behind certificates are left to the certificate's own rules.
export default defineRule({
  id: 'secret-without-expiry',
  title: 'Every enabled secret has an expiry date',
  failing: 'Secret never expires',
  area: 'Rotation',
  subject: 'secret',
  severity: 'medium',
  why: 'A secret that never expires stays useful to whoever copied it. Without a date nothing reminds anyone to rotate it: neither Event Grid nor the audit log announces an expiry that does not exist.',
  fix: {
    portal: 'Key vault > Objects > Secrets > the secret > current version > Set expiration date',
    cli: (names) => `az keyvault secret set-attributes ${secretWords(names)} --expires ${expiresInDays(60)}`,
    bicep: "properties.attributes.exp: dateTimeToEpoch('<yyyy-mm-dd>')",
    note: 'A date on an old secret is only a reminder. If it has not been rotated for long, store a new version with an expiry instead.',
  },
  needs: [],
  consults: [],
  thresholds: [],
  source: {
    page: 'Secure your Azure Key Vault secrets',
    sentence: 'Give every secret an expiration date, so that it has to be replaced before it goes stale.',
    url: 'https://learn.microsoft.com/azure/key-vault/secrets/secure-secrets',
  },
  controls: {
    azurePolicy: ['98728c90-32c7-4049-8429-847dc0f4fe37'],
    cis: [
      'v2.1 8.3',
      'v2.1 8.4',
      'v3.0 3.3.3',
      'v3.0 3.3.4',
      'v4.0 9.3.3',
      'v4.0 9.3.4',
      'v5.0 8.3.3',
      'v5.0 8.3.4',
      'v6.0 8.3.3',
      'v6.0 8.3.4',
    ],
    mcsb: ['DP-6'],
  },

  check({ secret }) {
    if (!secret.enabled) return notApplicable('The secret is disabled.')
    const aside = certificateDecides(secret)
    if (aside) return aside
    if (!secret.expiresAt) return fail('Has no expiry date.')
    return pass(`Expires on ${isoDate(secret.expiresAt)}.`, { expiresAt: secret.expiresAt.toISOString() })
  },
})
