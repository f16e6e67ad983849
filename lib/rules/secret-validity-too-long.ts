import { addDays, dayCount, isoDate } from '#lib/format/date.ts'
import { certificateDecides } from './certificate-decides.ts'
import { clocksDisagree } from './clocks-disagree.ts'
import { newSecretVersionCommand } from './command-words.ts'
import { fail, notApplicable, pass } from './decision.ts'
import { defineRule } from './rule.ts'

// Validity runs from the making of the version, as in the built-in policy, whatever `nbf` says. Unlike there a secret
// without expiry is left to secret-without-expiry, and one behind a certificate to the certificate.
export default defineRule({
  id: 'secret-validity-too-long',
  title: 'Secrets are valid for a short time only',
  failing: 'Secret is valid for too long',
  area: 'Rotation',
  subject: 'secret',
  severity: 'low',
  why: 'The expiry date is what reminds people and machines to rotate. A date years ahead reminds nobody, and a copy of the secret stays useful until then. Unlike in Azure Policy, secrets without an expiry and those behind certificates are left to rules of their own.',
  fix: {
    portal: 'Key vault > Objects > Secrets > the secret > New version, with an expiration date within 90 days',
    cli: (names) => newSecretVersionCommand(names),
    bicep: "properties.attributes.exp: dateTimeToEpoch('<yyyy-mm-dd>')",
    note: 'If the secret is young, an earlier date on the current version is enough. A new version starts without the tags and content type of the old one: give them again.',
  },
  needs: [],
  consults: [],
  thresholds: ['secretValidityDays'],
  source: {
    page: 'Secure your Azure Key Vault secrets',
    sentence: 'Keep the time between two rotations short, for example 60 to 90 days.',
    url: 'https://learn.microsoft.com/azure/key-vault/secrets/secure-secrets',
  },
  controls: { azurePolicy: ['342e8053-e12e-4c44-be01-c3c2f318400f'], cis: [], mcsb: ['DP-6'] },

  check({ secret }, { thresholds, now }) {
    const { enabled, createdAt, expiresAt } = secret
    if (!enabled) return notApplicable('The secret is disabled.')
    if (!expiresAt) return notApplicable('The secret has no expiry date.')
    const aside = certificateDecides(secret) ?? clocksDisagree('the current version', createdAt, now)
    if (aside) return aside
    const [made, expires] = [isoDate(createdAt), isoDate(expiresAt)]
    if (expiresAt <= createdAt) return notApplicable(`Never valid: made on ${made}, to expire on ${expires}.`)
    const { secretValidityDays } = thresholds
    const facts = { createdAt: createdAt.toISOString(), expiresAt: expiresAt.toISOString(), secretValidityDays }
    return expiresAt > addDays(createdAt, secretValidityDays)
      ? fail(`Made on ${made} and valid until ${expires}, longer than ${dayCount(secretValidityDays)}.`, facts)
      : pass(`Made on ${made} and valid until ${expires}.`, facts)
  },
})
