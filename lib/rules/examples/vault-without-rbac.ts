import { aVault } from './a-vault.ts'
import type { Example } from './example.ts'

export const examples: readonly Example[] = [
  {
    says: 'a vault with role assignments is fine',
    given: { vault: aVault({ settings: { accessModel: 'rbac' } }) },
    verdict: 'pass',
  },
  {
    says: 'a vault with access policies is not',
    given: { vault: aVault({ settings: { accessModel: 'access-policy' } }) },
    verdict: 'fail',
    because: 'Access is granted through access policies.',
  },
]
