import { aVault } from './a-vault.ts'
import type { Example } from './example.ts'

const firewall = (...ipRules: string[]) => ({
  vault: aVault({ settings: { publicNetworkAccess: 'enabled', firewallDefaultAction: 'deny', ipRules } }),
})

export const examples: readonly Example[] = [
  {
    says: 'single addresses and a network of 256 are narrow enough',
    given: firewall('203.0.113.7/32', '203.0.113.0/24', '198.51.100.1'),
    verdict: 'pass',
    because: 'No rule of the firewall is wider than /24.',
  },
  {
    says: 'a firewall without rules lets nobody in by address',
    given: firewall(),
    verdict: 'pass',
    because: 'The firewall has no rule for addresses.',
  },
  {
    says: 'ranges that are wider are named, in order',
    given: firewall('91.198.0.0/16', '203.0.113.7/32', '20.0.0.0/8'),
    verdict: 'fail',
    because: 'The firewall lets in 20.0.0.0/8, 91.198.0.0/16, wider than /24.',
  },
  {
    says: 'the whole internet is a range too',
    given: firewall('0.0.0.0/0'),
    verdict: 'fail',
  },
  {
    says: 'how wide is too wide is a matter of policy',
    given: firewall('203.0.112.0/20'),
    thresholds: { firewallPrefixBits: 20 },
    verdict: 'pass',
  },
  {
    says: 'a rule that is no range is not taken for a narrow one',
    given: firewall('203.0.113.7/32', '203.0.113.0/240'),
    verdict: 'unknown',
    because: 'The firewall has a rule for 203.0.113.0/240: no IPv4 range.',
  },
  {
    says: 'Key Vault knows no IPv6 ranges, so one cannot be judged',
    given: firewall('2001:db8::/32'),
    verdict: 'unknown',
  },
  {
    says: 'a range that is too wide is, whatever else cannot be read',
    given: firewall('office', '91.198.0.0/16'),
    verdict: 'fail',
    because: 'The firewall lets in 91.198.0.0/16, wider than /24.',
  },
  {
    says: 'without public access no rule matters',
    given: { vault: aVault({ settings: { publicNetworkAccess: 'disabled', ipRules: ['91.198.0.0/16'] } }) },
    verdict: 'not-applicable',
    because: 'Public network access is disabled.',
  },
  {
    says: 'nor inside a network security perimeter',
    given: { vault: aVault({ settings: { publicNetworkAccess: 'secured-by-perimeter', ipRules: ['0.0.0.0/0'] } }) },
    verdict: 'not-applicable',
  },
  {
    says: 'a firewall that allows every address is another finding',
    given: { vault: aVault({ settings: { firewallDefaultAction: 'allow', ipRules: ['91.198.0.0/16'] } }) },
    verdict: 'not-applicable',
    because: 'The firewall allows every address.',
  },
]
