import { vaultIdWord } from './command-words.ts'
import { fail, pass } from './decision.ts'
import { defineRule } from './rule.ts'
import { shortList } from './short-list.ts'

// Whom a topic sends to is not asked: a topic is where somebody has begun to listen, a vault without one tells nobody.
export default defineRule({
  id: 'vault-without-event-subscription',
  title: 'Every vault announces what is about to expire',
  failing: 'Vault announces no expiries',
  area: 'Monitoring',
  subject: 'vault',
  severity: 'low',
  why: 'Through Event Grid a vault says, 30 days ahead, that something in it is about to expire, and a function can rotate it there and then. Without a topic it says so to nobody, and the first to notice is whoever depends on it.',
  fix: {
    portal: 'Key vault > Events > Event Subscription, with the event types that end in Near Expiry and Expired',
    // Event Grid makes the system topic with the first subscription.
    cli: (names) =>
      [
        `az eventgrid event-subscription create --name near-expiry --source-resource-id ${vaultIdWord(names)}`,
        "--endpoint '<https address of whoever is to know>'",
        '--included-event-types Microsoft.KeyVault.SecretNearExpiry Microsoft.KeyVault.SecretExpired Microsoft.KeyVault.KeyNearExpiry Microsoft.KeyVault.KeyExpired Microsoft.KeyVault.CertificateNearExpiry Microsoft.KeyVault.CertificateExpired',
      ].join(' \\\n  '),
    bicep:
      "Microsoft.EventGrid/systemTopics, properties: { source: vault.id, topicType: 'Microsoft.KeyVault.vaults' }, and in it an eventSubscription",
    note: 'Events come only for versions made after the subscription. A topic without a subscription tells nobody either; a deleted and recovered vault has lost both.',
  },
  needs: ['eventTopics'],
  consults: [],
  thresholds: [],
  source: {
    page: 'Monitoring Key Vault with Azure Event Grid',
    sentence:
      'Event Grid tells whoever subscribes when a key, certificate or secret has a new version, is about to expire or has expired.',
    url: 'https://learn.microsoft.com/azure/key-vault/general/event-grid-overview',
  },
  controls: { azurePolicy: [], cis: [], mcsb: [] },

  check({ eventTopics }) {
    const topics = [...new Set(eventTopics.map(({ name }) => name))].sort()
    if (topics.length === 0) return fail('Has no Event Grid system topic.', { topics })
    return pass(`Its events go to ${shortList(topics)}.`, { topics })
  },
})
