import { newSecretVersionCommand } from './command-words.ts'
import { decideNearExpiry } from './decide-near-expiry.ts'
import { defineRule } from './rule.ts'

export default defineRule({
  id: 'secret-near-expiry',
  title: 'Secrets are rotated before their expiry comes near',
  failing: 'Secret expires soon',
  area: 'Rotation',
  subject: 'secret',
  severity: 'medium',
  why: 'What expires unnoticed breaks whatever depends on it, usually at night. Thirty days before is when Key Vault itself raises its near-expiry event, early enough to rotate in working hours.',
  fix: {
    portal: 'Key vault > Objects > Secrets > the secret > New version, with an expiration date',
    cli: (names) => newSecretVersionCommand(names),
    bicep: null,
    note: 'Moving the date without a new credential is not a rotation. A new version starts without the tags and content type of the old one: give them again.',
  },
  needs: [],
  consults: [],
  thresholds: ['nearExpiryDays'],
  source: {
    page: 'Monitoring Key Vault with Azure Event Grid',
    sentence: 'An event announces that the current version of a secret is about to expire, 30 days before it does.',
    url: 'https://learn.microsoft.com/azure/key-vault/general/event-grid-overview',
  },
  controls: { azurePolicy: ['b0eb591a-5e70-4534-a8bf-04b9c489584a'], cis: [], mcsb: ['DP-6'] },

  check({ secret }, { thresholds, now }) {
    return decideNearExpiry(secret, thresholds.nearExpiryDays, now)
  },
})
