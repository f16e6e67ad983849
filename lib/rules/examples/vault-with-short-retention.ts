import { aVault } from './a-vault.ts'
import type { Example } from './example.ts'

const keeps = (softDeleteRetentionDays: number | null) => ({ vault: aVault({ settings: { softDeleteRetentionDays } }) })

export const examples: readonly Example[] = [
  {
    says: 'ninety days are all that Azure offers',
    given: keeps(90),
    verdict: 'pass',
    because: 'Keeps what is deleted for 90 days.',
  },
  {
    says: 'a week is not long enough',
    given: keeps(7),
    verdict: 'fail',
    because: 'Keeps what is deleted for 7 days, fewer than 90 days.',
  },
  {
    says: 'how long is long enough is a matter of policy',
    given: keeps(30),
    thresholds: { retentionDays: 30 },
    verdict: 'pass',
  },
  {
    says: 'without soft delete nothing is kept, whatever the retention says',
    given: { vault: aVault({ settings: { softDelete: false, softDeleteRetentionDays: 90 } }) },
    verdict: 'fail',
    because: 'Soft delete is off: what is deleted is gone at once.',
  },
  {
    says: 'a retention that Azure does not tell is not taken for the default',
    given: keeps(null),
    verdict: 'unknown',
    because: 'Azure does not say how long it keeps what is deleted.',
  },
]
