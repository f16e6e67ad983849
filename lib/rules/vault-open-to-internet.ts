import { vaultWords } from './command-words.ts'
import { fail, pass } from './decision.ts'
import { defineRule } from './rule.ts'

export default defineRule({
  id: 'vault-open-to-internet',
  title: 'No vault accepts connections from the whole internet',
  failing: 'Vault is open to the internet',
  area: 'Network',
  subject: 'vault',
  severity: 'high',
  why: 'With the network open, a stolen token is enough: it can be used from anywhere. A closed network is the second lock, and it also keeps out what nobody thought of yet.',
  fix: {
    portal:
      'Key vault > Settings > Networking > Firewalls and virtual networks > Disable public access, or Allow public access from specific virtual networks and IP addresses',
    // Joined by &&: whoever pastes it without naming a network must not have shut everybody out.
    cli: (names) =>
      [
        '# Let in the networks of those who read it before the door is closed.',
        `az keyvault network-rule add ${vaultWords(names)} --ip-address '<address range>' \\`,
        `  && az keyvault update ${vaultWords(names)} --default-action Deny --bypass AzureServices`,
      ].join('\n'),
    bicep: "properties.networkAcls: { defaultAction: 'Deny', bypass: 'AzureServices' }",
    note: 'Whoever reads it from elsewhere loses access at once. So does Kempt, unless its own address is allowed. With a private endpoint, disable public access altogether.',
  },
  needs: [],
  consults: [],
  thresholds: [],
  source: {
    page: 'Secure your Azure Key Vault',
    sentence: 'Prefer private endpoints with public access off, then a network security perimeter, then the firewall.',
    url: 'https://learn.microsoft.com/azure/key-vault/general/secure-key-vault',
  },
  controls: {
    azurePolicy: ['55615ac9-af46-4a59-874e-391cc3dfb490', '405c5871-3e91-4644-8a63-58e19d68ff5b'],
    cis: ['v4.0 9.3.7', 'v5.0 8.3.7', 'v6.0 8.3.7'],
    mcsb: ['NS-2', 'DP-8'],
  },

  check({ vault: { settings } }) {
    const { publicNetworkAccess, firewallDefaultAction } = settings
    const facts = { publicNetworkAccess, firewallDefaultAction }
    if (publicNetworkAccess === 'disabled') return pass('Public network access is disabled.', facts)
    if (publicNetworkAccess === 'secured-by-perimeter') {
      return pass('A network security perimeter decides who reaches it.', facts)
    }
    if (firewallDefaultAction === 'deny') return pass('The firewall denies what no rule allows.', facts)
    return fail('Public network access is on and the firewall allows every address.', facts)
  },
})
