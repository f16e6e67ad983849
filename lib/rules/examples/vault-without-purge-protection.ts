import { aVault } from './a-vault.ts'
import type { Example } from './example.ts'

export const examples: readonly Example[] = [
  {
    says: 'a protected vault is fine',
    given: { vault: aVault({ settings: { purgeProtection: true } }) },
    verdict: 'pass',
  },
  {
    says: 'a vault that can be purged is not',
    given: { vault: aVault({ settings: { purgeProtection: false } }) },
    verdict: 'fail',
    because: 'Purge protection is off.',
  },
]
