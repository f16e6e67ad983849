import { vaultWords } from './command-words.ts'
import { fail, notApplicable, pass, unknown } from './decision.ts'
import { prefixLength } from './prefix-length.ts'
import { defineRule } from './rule.ts'
import { shortList } from './short-list.ts'

export default defineRule({
  id: 'firewall-range-too-wide',
  title: 'The firewall lets in addresses, not whole networks',
  failing: 'Firewall range is too wide',
  area: 'Network',
  subject: 'vault',
  severity: 'medium',
  why: 'A wide range is somebody else’s network: a provider, a cloud region, half a country. Whoever rents an address in it is inside the firewall, and the token is the only lock left.',
  fix: {
    portal: 'Key vault > Settings > Networking > Firewalls and virtual networks > Firewall',
    // Joined by &&: the narrow range has to be in before the wide one goes.
    cli: (names) =>
      [
        '# Let in the addresses that are really used, then take the range away.',
        `az keyvault network-rule add ${vaultWords(names)} --ip-address '<address>' \\`,
        `  && az keyvault network-rule remove ${vaultWords(names)} --ip-address '<range>'`,
      ].join('\n'),
    bicep: "properties.networkAcls.ipRules: [{ value: '<address>/32' }]",
    note: 'The access log names the addresses that are used. What runs in Azure is better let in by its subnet or through a private endpoint.',
  },
  needs: [],
  consults: [],
  thresholds: ['firewallPrefixBits'],
  source: {
    page: 'Best practices for secrets management in Key Vault',
    sentence: 'Say which IP addresses may reach a vault, and let in only applications and the services they need.',
    url: 'https://learn.microsoft.com/azure/key-vault/secrets/secrets-best-practices',
  },
  controls: { azurePolicy: ['55615ac9-af46-4a59-874e-391cc3dfb490'], cis: [], mcsb: ['NS-2', 'DP-8'] },

  check({ vault: { settings } }, { thresholds: { firewallPrefixBits } }) {
    const { publicNetworkAccess, firewallDefaultAction, ipRules } = settings
    if (publicNetworkAccess === 'disabled') return notApplicable('Public network access is disabled.')
    if (publicNetworkAccess === 'secured-by-perimeter') {
      return notApplicable('A network security perimeter decides who reaches it.')
    }
    if (firewallDefaultAction === 'allow') return notApplicable('The firewall allows every address.')
    const rules = [...new Set(ipRules)].sort().map((range) => ({ range, bits: prefixLength(range) }))
    const ranges = rules.filter(({ bits }) => bits !== null && bits < firewallPrefixBits).map(({ range }) => range)
    if (ranges.length > 0) {
      const words = `The firewall lets in ${shortList(ranges)}, wider than /${firewallPrefixBits}.`
      return fail(words, { ranges, firewallPrefixBits })
    }
    const odd = rules.filter(({ bits }) => bits === null).map(({ range }) => range)
    if (odd.length > 0) {
      return unknown({
        code: 'malformed-answer',
        detail: `The firewall has a rule for ${shortList(odd)}: no IPv4 range.`,
      })
    }
    return rules.length === 0
      ? pass('The firewall has no rule for addresses.')
      : pass(`No rule of the firewall is wider than /${firewallPrefixBits}.`, { firewallPrefixBits })
  },
})
