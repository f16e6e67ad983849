import { isoDate } from '#lib/format/date.ts'
import { certificateDecides } from './certificate-decides.ts'
import { expiresInDays, keyWords } from './command-words.ts'
import { fail, notApplicable, pass } from './decision.ts'
import { defineRule } from './rule.ts'

// Unlike the built-in policy, which counts them, the keys behind certificates are left to the certificate's own rules.
export default defineRule({
  id: 'key-without-expiry',
  title: 'Every enabled key has an expiry date',
  failing: 'Key never expires',
  area: 'Rotation',
  subject: 'key',
  severity: 'medium',
  why: 'The longer a key is in use, the more is lost when it leaks. A key without an expiry is used for ever, and nothing announces the day on which it should have been replaced. Unlike in Azure Policy, the key behind a certificate is judged as the certificate.',
  fix: {
    portal: 'Key vault > Objects > Keys > the key > current version > Set expiration date',
    cli: (names) => `az keyvault key set-attributes ${keyWords(names)} --expires ${expiresInDays(365)}`,
    bicep: "properties.attributes.exp: dateTimeToEpoch('<yyyy-mm-dd>')",
    note: 'On that day the key stops encrypting and signing: see that it is rotated before. An expiry time in its rotation policy gives every later version a date by itself.',
  },
  needs: [],
  consults: [],
  thresholds: [],
  source: {
    page: 'Secure your Azure Key Vault keys',
    sentence: 'Rotate encryption keys at least every two years, and give an expiry to those meant for a limited time.',
    url: 'https://learn.microsoft.com/azure/key-vault/keys/secure-keys',
  },
  controls: {
    azurePolicy: ['152b15f7-8e1f-4c1f-ab71-8c010ba5dbc0'],
    cis: [
      'v2.1 8.1',
      'v2.1 8.2',
      'v3.0 3.3.1',
      'v3.0 3.3.2',
      'v4.0 9.3.1',
      'v4.0 9.3.2',
      'v5.0 8.3.1',
      'v5.0 8.3.2',
      'v6.0 8.3.1',
      'v6.0 8.3.2',
    ],
    mcsb: ['DP-6'],
  },

  check({ key }) {
    if (!key.enabled) return notApplicable('The key is disabled.')
    const aside = certificateDecides(key)
    if (aside) return aside
    if (!key.expiresAt) return fail('Has no expiry date.')
    return pass(`Expires on ${isoDate(key.expiresAt)}.`, { expiresAt: key.expiresAt.toISOString() })
  },
})
