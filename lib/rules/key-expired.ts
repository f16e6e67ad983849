import { keyWords } from './command-words.ts'
import { decideExpired } from './decide-expired.ts'
import { defineRule } from './rule.ts'

export default defineRule({
  id: 'key-expired',
  title: 'No enabled key is past its expiry date',
  failing: 'Key has expired',
  area: 'Rotation',
  subject: 'key',
  severity: 'high',
  why: 'With an expired key nothing more can be encrypted, wrapped or signed, so whatever still asks for it is failing. What it once encrypted can still be read with it, by anybody who may use it.',
  fix: {
    portal: 'Key vault > Objects > Keys > the key > Rotate now; if nobody needs it: current version > Enabled: No',
    cli: (names) =>
      [
        '# Still needed: make a new version; its expiry comes from the rotation policy.',
        `az keyvault key rotate ${keyWords(names)}`,
        '# No longer needed, not even to read old data: disable it instead.',
        `# az keyvault key set-attributes ${keyWords(names)} --enabled false`,
      ].join('\n'),
    bicep:
      "properties.rotationPolicy: { attributes: { expiryTime: 'P1Y' }, lifetimeActions: [{ action: { type: 'rotate' }, trigger: { timeBeforeExpiry: 'P60D' } }] }",
    note: 'Keep the old version enabled until everything encrypted with it has been encrypted anew. Who names a version must be told the new one.',
  },
  needs: [],
  consults: [],
  thresholds: [],
  source: {
    page: 'Key types, algorithms, and operations',
    sentence: 'Outside its dates a key still decrypts, unwraps and verifies, and does nothing else.',
    url: 'https://learn.microsoft.com/azure/key-vault/keys/about-keys-details',
  },
  controls: { azurePolicy: ['5ff38825-c5d8-47c5-b70e-069a21955146'], cis: [], mcsb: ['DP-6'] },

  check({ key }, { now }) {
    return decideExpired(key, now)
  },
})
