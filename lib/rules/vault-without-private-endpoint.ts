import { shellWord, vaultIdWord } from './command-words.ts'
import { fail, pass } from './decision.ts'
import { defineRule } from './rule.ts'

export default defineRule({
  id: 'vault-without-private-endpoint',
  title: 'Every vault is reached through a private endpoint',
  failing: 'Vault has no private endpoint',
  area: 'Network',
  subject: 'vault',
  severity: 'low',
  why: 'With a private endpoint the vault is reached from inside the network, and its public door can be closed altogether. Without one every reader comes through the internet, however narrow the firewall.',
  fix: {
    portal: 'Key vault > Settings > Networking > Private endpoint connections > Create; a pending one: Approve',
    cli: (names) =>
      [
        `az network private-endpoint create --name '<endpoint>' --connection-name ${shellWord(names.vault)}`,
        `--resource-group ${shellWord(names.resourceGroup)} --subscription ${shellWord(names.subscriptionId)}`,
        `--subnet '<subnet resource id>' --group-id vault --private-connection-resource-id ${vaultIdWord(names)}`,
      ].join(' \\\n  '),
    bicep:
      "Microsoft.Network/privateEndpoints, properties.privateLinkServiceConnections: [{ properties: { privateLinkServiceId: vault.id, groupIds: ['vault'] } }]",
    note: 'Link the private DNS zone privatelink.vaultcore.azure.net to the network, or its name still leads to the public address.',
  },
  needs: [],
  consults: [],
  thresholds: [],
  source: {
    page: 'Secure your Azure Key Vault',
    sentence: 'Most restricted of all: turn public access off and use private endpoints only.',
    url: 'https://learn.microsoft.com/azure/key-vault/general/secure-key-vault',
  },
  controls: {
    azurePolicy: ['a6abeaec-4d90-4a02-805f-6b26c4d3fbe9'],
    cis: ['v2.1 8.7', 'v3.0 3.3.7', 'v4.0 9.3.8', 'v5.0 8.3.8', 'v6.0 8.3.8'],
    mcsb: ['NS-2', 'DP-8'],
  },

  check({ vault: { settings } }) {
    const statuses = settings.privateEndpoints.map(({ status }) => status.toLowerCase())
    const approved = statuses.filter((status) => status === 'approved').length
    if (approved > 0) return pass('A private endpoint is approved.', { approved })
    if (statuses.length === 0) return fail('Has no private endpoint.', { approved })
    return fail(`Has no approved private endpoint, only ${[...new Set(statuses)].sort().join(' and ')}.`, { approved })
  },
})
