import { addDays, isoDate } from '#lib/format/date.ts'
import { addMonths } from './add-months.ts'
import { clocksDisagree } from './clocks-disagree.ts'
import { certificateWords } from './command-words.ts'
import { fail, notApplicable, pass } from './decision.ts'
import { defineRule } from './rule.ts'

// Key Vault dates what it issues ten minutes back, and authorities round to whole days: a year may be a year and a day.
const dayOfGrace = 1

// The built-in policy compares the months written in the certificate's policy; what was really issued or imported may
// be valid for longer, so here the certificate's own two dates decide.
export default defineRule({
  id: 'certificate-validity-too-long',
  title: 'Certificates are valid for a year at most',
  failing: 'Certificate is valid for too long',
  area: 'Rotation',
  subject: 'certificate',
  severity: 'low',
  why: 'A stolen private key serves as long as its certificate is valid, for revocation is rarely checked. Short validity also keeps renewal in practice: what happens every few years fails every few years. Unlike in Azure Policy, the dates of the certificate count, not the months its policy asks for.',
  fix: {
    portal:
      'Key vault > Objects > Certificates > the certificate > Issuance policy > Validity period, then New version',
    cli: (names) => `az keyvault certificate create ${certificateWords(names)} --policy @policy.json --validity 12`,
    bicep: null,
    note: 'An imported certificate is as long as its authority made it: have it issued anew, for a year or less. Public authorities no longer issue longer ones.',
  },
  needs: [],
  consults: [],
  thresholds: ['certificateValidityMonths'],
  source: {
    page: 'Secure your Azure Key Vault certificates',
    sentence: 'Let TLS certificates be valid for one year at most.',
    url: 'https://learn.microsoft.com/azure/key-vault/certificates/secure-certificates',
  },
  controls: {
    azurePolicy: ['0a075868-4c26-42ef-914c-5bc007359560'],
    cis: ['v5.0 8.3.11', 'v6.0 8.3.11'],
    mcsb: ['DP-7'],
  },

  check({ certificate }, { thresholds, now }) {
    const { enabled, notBeforeAt, createdAt, expiresAt } = certificate
    if (!enabled) return notApplicable('The certificate is disabled.')
    if (!expiresAt) return notApplicable('The certificate has no expiry date.')
    const validFromAt = notBeforeAt ?? createdAt
    const aside = notBeforeAt ? null : clocksDisagree('the current version', createdAt, now)
    if (aside) return aside
    const [from, until] = [isoDate(validFromAt), isoDate(expiresAt)]
    if (expiresAt <= validFromAt) return notApplicable(`Never valid: its dates run from ${from} back to ${until}.`)
    const months = thresholds.certificateValidityMonths
    const facts = {
      validFromAt: validFromAt.toISOString(),
      expiresAt: expiresAt.toISOString(),
      certificateValidityMonths: months,
    }
    const span = `Valid from ${from} until ${until}`
    return expiresAt > addDays(addMonths(validFromAt, months), dayOfGrace)
      ? fail(`${span}, longer than ${months} ${months === 1 ? 'month' : 'months'}.`, facts)
      : pass(`${span}.`, facts)
  },
})
