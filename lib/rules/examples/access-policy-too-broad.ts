import type { AccessPolicy } from '#lib/domain/vault.ts'
import { aVault } from './a-vault.ts'
import { anAccessPolicy } from './an-access-policy.ts'
import type { Example } from './example.ts'

const policies = (...accessPolicies: AccessPolicy[]) => ({
  vault: aVault({ settings: { accessModel: 'access-policy', accessPolicies } }),
})

const applicationId = '04b07795-4444-461a-bbee-02f9e1bf7b46'

export const examples: readonly Example[] = [
  {
    says: 'reading secrets is what a vault is for',
    given: policies(anAccessPolicy(), anAccessPolicy({ objectId: 'o-2', applicationId })),
    verdict: 'pass',
    because: 'Nobody may do more to secrets than get and list them, and nobody may purge.',
  },
  {
    says: 'using keys and managing certificates is not what this is about',
    given: policies(anAccessPolicy({ keys: ['get', 'wrapkey', 'delete'], certificates: ['get', 'import'] })),
    verdict: 'pass',
  },
  { says: 'a vault that lets nobody in lets nobody in too far', given: policies(), verdict: 'pass' },
  {
    says: 'all is too much for anybody',
    given: policies(anAccessPolicy({ objectId: 'o-1', secrets: ['all'] })),
    verdict: 'fail',
    because: 'Grants purge or everything to o-1.',
  },
  {
    says: 'purge is too much for anybody, on keys',
    given: policies(anAccessPolicy({ objectId: 'o-1', keys: ['get', 'purge'] })),
    verdict: 'fail',
  },
  {
    says: 'and on certificates',
    given: policies(anAccessPolicy({ objectId: 'o-1', certificates: ['purge'] })),
    verdict: 'fail',
  },
  {
    says: 'an application that may write secrets may do too much',
    given: policies(anAccessPolicy({ objectId: 'o-1', applicationId: 'a-1', secrets: ['get', 'set'] })),
    verdict: 'fail',
    because: 'Grants more than reading secrets to o-1 through a-1.',
  },
  {
    says: 'everybody who may do too much is named, in order',
    given: policies(
      ...['o-4', 'o-1', 'o-3', 'o-2'].map((objectId) => anAccessPolicy({ objectId, secrets: ['purge'] })),
    ),
    verdict: 'fail',
    because: 'Grants purge or everything to o-1, o-2, o-3 and 1 more.',
  },
  {
    says: 'one sentence tells both',
    given: policies(
      anAccessPolicy({ objectId: 'o-2', applicationId: 'a-2', secrets: ['set'] }),
      anAccessPolicy({ objectId: 'o-1', applicationId: 'a-1', secrets: ['all'] }),
    ),
    verdict: 'fail',
    because: 'Grants purge or everything to o-1 through a-1, and more than reading secrets to o-2 through a-2.',
  },
  {
    says: 'whether somebody who may write is a person is not in the policy',
    given: policies(anAccessPolicy({ objectId: 'o-1', secrets: ['get', 'list', 'set', 'delete', 'recover'] })),
    verdict: 'unknown',
    because: 'Whether o-1 may change secrets as a person or as an application was not asked.',
  },
  {
    says: 'under Azure RBAC policies are ignored',
    given: {
      vault: aVault({
        settings: { accessModel: 'rbac', accessPolicies: [anAccessPolicy({ secrets: ['all'] })] },
      }),
    },
    verdict: 'not-applicable',
  },
]
