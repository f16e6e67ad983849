import { certificateDecides } from './certificate-decides.ts'
import { certificateWords, secretWords } from './command-words.ts'
import { fail, notApplicable, pass } from './decision.ts'
import { defineRule } from './rule.ts'

/** The content types Key Vault itself gives to the secret behind a certificate: PKCS#12 and PEM, with the private key. */
const certificateTypes = ['application/x-pkcs12', 'application/x-pem-file']

export default defineRule({
  id: 'certificate-stored-as-secret',
  title: 'Certificates are stored as certificates',
  failing: 'Certificate is stored as a secret',
  area: 'Storing',
  subject: 'secret',
  severity: 'medium',
  why: 'As a secret nobody sees when it expires, nothing renews it, and its private key goes to whoever may read secrets. As a certificate it has an owner, an expiry and a renewal.',
  fix: {
    portal: 'Key vault > Objects > Certificates > Generate/Import > Import; then delete the secret',
    cli: (names) =>
      [
        `az keyvault certificate import ${certificateWords({ ...names, object: `${names.object ?? '<name>'}-certificate` })} --file certificate.pfx`,
        '# When its readers have moved:',
        `# az keyvault secret delete ${secretWords(names)}`,
      ].join('\n'),
    bicep: null,
    note: 'A certificate brings a secret of its own name with it, so it cannot take the name of this one: its readers are to read the new name.',
  },
  needs: [],
  consults: [],
  thresholds: [],
  source: {
    page: 'Secure your Azure Key Vault',
    sentence: 'Do not store certificates as secrets; store them as certificates, and let them rotate by themselves.',
    url: 'https://learn.microsoft.com/azure/key-vault/general/secure-key-vault',
  },
  controls: { azurePolicy: [], cis: [], mcsb: ['DP-7'] },

  check({ secret }) {
    if (!secret.enabled) return notApplicable('The secret is disabled.')
    const contentType = secret.contentType?.split(';')[0]?.trim().toLowerCase() ?? ''
    if (!certificateTypes.includes(contentType)) return pass('Its content type is not that of a certificate.')
    return (
      certificateDecides(secret) ??
      fail(`Its content type is ${contentType}: a certificate with its private key.`, { contentType })
    )
  },
})
