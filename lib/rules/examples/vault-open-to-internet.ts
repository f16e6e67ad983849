import { aVault } from './a-vault.ts'
import type { Example } from './example.ts'

export const examples: readonly Example[] = [
  {
    says: 'a firewall that denies by default is closed',
    given: { vault: aVault({ settings: { publicNetworkAccess: 'enabled', firewallDefaultAction: 'deny' } }) },
    verdict: 'pass',
  },
  {
    says: 'without public access the firewall does not matter',
    given: { vault: aVault({ settings: { publicNetworkAccess: 'disabled', firewallDefaultAction: 'allow' } }) },
    verdict: 'pass',
    because: 'Public network access is disabled.',
  },
  {
    says: 'inside a network security perimeter the firewall does not matter',
    given: {
      vault: aVault({ settings: { publicNetworkAccess: 'secured-by-perimeter', firewallDefaultAction: 'allow' } }),
    },
    verdict: 'pass',
  },
  {
    says: 'public access without a firewall is open',
    given: { vault: aVault({ settings: { publicNetworkAccess: 'enabled', firewallDefaultAction: 'allow' } }) },
    verdict: 'fail',
    because: 'Public network access is on and the firewall allows every address.',
  },
]
