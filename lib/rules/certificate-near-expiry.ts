import { certificateWords } from './command-words.ts'
import { decideNearExpiry } from './decide-near-expiry.ts'
import { defineRule } from './rule.ts'

export default defineRule({
  id: 'certificate-near-expiry',
  title: 'Certificates are renewed before their expiry comes near',
  failing: 'Certificate expires soon',
  area: 'Rotation',
  subject: 'certificate',
  severity: 'medium',
  why: 'A certificate that renews by itself is replaced long before this point, so what comes this near is waiting for a person. On the day it expires every client refuses it at once.',
  fix: {
    portal:
      'Key vault > Objects > Certificates > the certificate > New version, and Issuance policy > Lifetime action type for the next time',
    cli: (names) =>
      [
        '# Store the renewed certificate as a new version.',
        `az keyvault certificate import ${certificateWords(names)} --file renewed.pfx`,
        '# Or have an integrated authority issue it anew.',
        `# az keyvault certificate create ${certificateWords(names)} --policy @policy.json`,
      ].join('\n'),
    bicep: null,
    note: 'A lifetime action of type AutoRenew in its policy does this by itself, where the authority is integrated or the certificate is self-signed.',
  },
  needs: [],
  consults: [],
  thresholds: ['nearExpiryDays'],
  source: {
    page: 'Secure your Azure Key Vault certificates',
    sentence: 'Begin the renewal at four fifths of the lifetime, and raise an alert 30 days before the expiry.',
    url: 'https://learn.microsoft.com/azure/key-vault/certificates/secure-certificates',
  },
  controls: { azurePolicy: ['f772fb64-8e40-40ad-87bc-7706e1949427'], cis: [], mcsb: ['DP-7'] },

  check({ certificate }, { thresholds, now }) {
    return decideNearExpiry(certificate, thresholds.nearExpiryDays, now)
  },
})
