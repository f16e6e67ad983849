import { vaultWords } from './command-words.ts'
import { fail, pass } from './decision.ts'
import { defineRule } from './rule.ts'

export default defineRule({
  id: 'vault-without-purge-protection',
  title: 'Every vault is protected against purging',
  failing: 'Vault can be purged',
  area: 'Recovery',
  subject: 'vault',
  severity: 'high',
  why: 'Without it, one person with the right to purge can destroy every secret and key for good, by mistake or on purpose. Data encrypted with a purged key cannot be read again by anybody.',
  fix: {
    portal: 'Key vault > Settings > Properties > Purge protection > Enable',
    cli: (names) => `az keyvault update ${vaultWords(names)} --enable-purge-protection true`,
    bicep: 'properties.enablePurgeProtection: true',
    note: 'It cannot be switched off again; a deleted vault keeps its name until its retention has passed.',
  },
  needs: [],
  consults: [],
  thresholds: [],
  source: {
    page: 'Azure Key Vault soft-delete overview',
    sentence: 'With purge protection on, nothing deleted can be purged before its retention period has passed.',
    url: 'https://learn.microsoft.com/azure/key-vault/general/soft-delete-overview',
  },
  controls: {
    azurePolicy: ['0b60c0b2-2dc2-4e1c-b5c9-abbed971de53'],
    cis: ['v2.1 8.5', 'v3.0 3.3.5', 'v4.0 9.3.5', 'v5.0 8.3.5', 'v6.0 8.3.5'],
    mcsb: ['DP-8'],
  },

  check({ vault: { settings } }) {
    const facts = { purgeProtection: settings.purgeProtection }
    return settings.purgeProtection ? pass('Purge protection is on.', facts) : fail('Purge protection is off.', facts)
  },
})
