// The vaults whose events somebody listens to.
import type { EventTopic, Vault } from '../organization.ts'

export const eventTopicOf = (vault: Vault): EventTopic => ({
  id: `/subscriptions/${vault.subscriptionId}/resourceGroups/${vault.resourceGroup}/providers/Microsoft.EventGrid/systemTopics/evgt-${vault.name}`,
  name: `evgt-${vault.name}`,
  subscriptionId: vault.subscriptionId,
  resourceGroup: vault.resourceGroup,
  location: vault.location,
  source: vault.id,
})
