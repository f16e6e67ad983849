import { certificateWords } from './command-words.ts'
import { decideExpired } from './decide-expired.ts'
import { defineRule } from './rule.ts'

export default defineRule({
  id: 'certificate-expired',
  title: 'No enabled certificate is past its expiry date',
  failing: 'Certificate has expired',
  area: 'Rotation',
  subject: 'certificate',
  severity: 'high',
  why: 'Browsers and clients refuse an expired certificate, so what presents it is down or is teaching people to click warnings away. If nobody noticed, nobody uses it, and its private key lies about for nothing.',
  fix: {
    portal: 'Key vault > Objects > Certificates > the certificate > New version; if nobody needs it: Disable',
    cli: (names) =>
      [
        '# Still needed: store the renewed certificate as a new version.',
        `az keyvault certificate import ${certificateWords(names)} --file renewed.pfx`,
        '# Or have an integrated authority issue it anew.',
        `# az keyvault certificate create ${certificateWords(names)} --policy @policy.json`,
        '# No longer needed: disable it instead.',
        `# az keyvault certificate set-attributes ${certificateWords(names)} --enabled false`,
      ].join('\n'),
    bicep: null,
    note: 'Services that name a version go on presenting the old one until they are told the new.',
  },
  needs: [],
  consults: [],
  thresholds: [],
  source: {
    page: 'Secure your Azure Key Vault certificates',
    sentence: 'Manage the whole life of a certificate, so that none expires while something still depends on it.',
    url: 'https://learn.microsoft.com/azure/key-vault/certificates/secure-certificates',
  },
  controls: { azurePolicy: ['f772fb64-8e40-40ad-87bc-7706e1949427'], cis: [], mcsb: ['DP-7'] },

  check({ certificate }, { now }) {
    return decideExpired(certificate, now)
  },
})
