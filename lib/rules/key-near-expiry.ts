import { keyWords } from './command-words.ts'
import { decideNearExpiry } from './decide-near-expiry.ts'
import { defineRule } from './rule.ts'

export default defineRule({
  id: 'key-near-expiry',
  title: 'Keys are rotated before their expiry comes near',
  failing: 'Key expires soon',
  area: 'Rotation',
  subject: 'key',
  severity: 'medium',
  why: 'From its expiry on a key encrypts, wraps and signs nothing more, and whatever depends on it stops at that instant. Storage, disks and databases that take their key from the vault are the ones that notice.',
  fix: {
    portal: 'Key vault > Objects > Keys > the key > Rotate now, and Rotation policy for the next time',
    cli: (names) => `az keyvault key rotate ${keyWords(names)}`,
    bicep:
      "properties.rotationPolicy.lifetimeActions: [{ action: { type: 'rotate' }, trigger: { timeBeforeExpiry: 'P60D' } }]",
    note: 'The expiry of the new version comes from the rotation policy; without one the version never expires. Who names a version must be told the new one.',
  },
  needs: [],
  consults: [],
  thresholds: ['nearExpiryDays'],
  source: {
    page: 'Secure your Azure Key Vault keys',
    sentence: 'Be told before a key expires, and let it rotate by itself before that day.',
    url: 'https://learn.microsoft.com/azure/key-vault/keys/secure-keys',
  },
  controls: { azurePolicy: ['5ff38825-c5d8-47c5-b70e-069a21955146'], cis: [], mcsb: ['DP-6'] },

  check({ key }, { thresholds, now }) {
    return decideNearExpiry(key, thresholds.nearExpiryDays, now)
  },
})
