import { newSecretVersionCommand, secretWords } from './command-words.ts'
import { decideExpired } from './decide-expired.ts'
import { defineRule } from './rule.ts'

export default defineRule({
  id: 'secret-expired',
  title: 'No enabled secret is past its expiry date',
  failing: 'Secret has expired',
  area: 'Rotation',
  subject: 'secret',
  severity: 'high',
  why: 'Key Vault goes on handing out an expired secret as long as it is enabled. Either somebody still depends on a credential that should be gone, or nobody does and it is only waiting to be stolen.',
  fix: {
    portal:
      'Key vault > Objects > Secrets > the secret > New version; if nobody needs it: current version > Enabled: No',
    cli: (names) =>
      [
        '# Still needed: store the new credential as a new version.',
        newSecretVersionCommand(names),
        '# No longer needed: disable it instead.',
        `# az keyvault secret set-attributes ${secretWords(names)} --enabled false`,
      ].join('\n'),
    bicep: null,
    note: 'Look at who reads it first. A new version starts without the tags, content type and expiry of the old one: give them again.',
  },
  needs: [],
  consults: [],
  thresholds: [],
  source: {
    page: 'About Azure Key Vault secrets',
    sentence:
      'The expiry of a secret is informational: a read still works afterwards, as long as the secret is enabled.',
    url: 'https://learn.microsoft.com/azure/key-vault/secrets/about-secrets',
  },
  controls: { azurePolicy: ['b0eb591a-5e70-4534-a8bf-04b9c489584a'], cis: [], mcsb: ['DP-6'] },

  check({ secret }, { now }) {
    return decideExpired(secret, now)
  },
})
