import { aVault } from './a-vault.ts'
import type { Example } from './example.ts'

const endpoints = (...statuses: string[]) => ({
  vault: aVault({
    settings: { privateEndpoints: statuses.map((status, index) => ({ id: `/s/pe-${index}`, status })) },
  }),
})

export const examples: readonly Example[] = [
  {
    says: 'one approved endpoint is enough',
    given: endpoints('Rejected', 'Approved'),
    verdict: 'pass',
    because: 'A private endpoint is approved.',
  },
  { says: 'Azure varies the case', given: endpoints('approved'), verdict: 'pass' },
  {
    says: 'a vault without any has none',
    given: endpoints(),
    verdict: 'fail',
    because: 'Has no private endpoint.',
  },
  {
    says: 'one that waits for approval leads nowhere yet',
    given: endpoints('Pending', 'Disconnected', 'Pending'),
    verdict: 'fail',
    because: 'Has no approved private endpoint, only disconnected and pending.',
  },
]
