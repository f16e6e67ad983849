import { notRead, read } from '#lib/domain/observed.ts'
import { aSecret } from './a-secret.ts'
import type { Example } from './example.ts'

const complete = {
  CredentialId: 'key1',
  ProviderAddress:
    '/subscriptions/5b1f3a52-1111-4a6e-9c1e-2f6f0a9d7c01/resourceGroups/rg-data/providers/Microsoft.Storage/storageAccounts/storders',
  ValidityPeriodDays: '60',
}
const { CredentialId, ProviderAddress, ValidityPeriodDays } = complete

export const examples: readonly Example[] = [
  {
    says: 'all three tags that can be read are complete',
    given: { secrets: read([aSecret({ tags: complete })]) },
    verdict: 'pass',
    because: 'Has all three rotation tags.',
  },
  {
    says: 'Azure does not care for the case of a tag’s name, nor of a resource id',
    given: {
      secrets: read([
        aSecret({
          tags: { credentialid: 'key2', PROVIDERADDRESS: ProviderAddress.toLowerCase(), validityPeriodDays: '060' },
        }),
      ]),
    },
    verdict: 'pass',
  },
  {
    says: 'a resource inside another has an id too',
    given: { secrets: read([aSecret({ tags: { ...complete, ProviderAddress: `${ProviderAddress}/keys/one` } })]) },
    verdict: 'pass',
  },
  {
    says: 'two of three are not enough',
    given: { secrets: read([aSecret({ tags: { CredentialId, ValidityPeriodDays } })]) },
    verdict: 'fail',
    because: 'Of its rotation tags ProviderAddress is missing.',
  },
  {
    says: 'a validity that is no number cannot be read',
    badInput: 'a validity that is no number',
    given: { secrets: read([aSecret({ tags: { ...complete, ValidityPeriodDays: 'sixty' } })]) },
    verdict: 'fail',
    because: 'Of its rotation tags ValidityPeriodDays is no number of days.',
  },
  ...['0', '-60', '60.5', '6e1', '2026-12-31', '999999'].map(
    (days): Example => ({
      says: `nor can one of ${days}`,
      badInput: 'a validity that is no number',
      given: { secrets: read([aSecret({ tags: { ...complete, ValidityPeriodDays: days } })]) },
      verdict: 'fail',
      because: 'Of its rotation tags ValidityPeriodDays is no number of days.',
    }),
  ),
  {
    says: 'an address that is no resource id cannot be read',
    given: { secrets: read([aSecret({ tags: { ...complete, ProviderAddress: 'storders.blob.core.windows.net' } })]) },
    verdict: 'fail',
    because: 'Of its rotation tags ProviderAddress is no resource id.',
  },
  {
    says: 'one sentence names everything that is wrong',
    given: { secrets: read([aSecret({ tags: { ProviderAddress, CredentialId: ' ', ValidityPeriodDays: 'soon' } })]) },
    verdict: 'fail',
    because: 'Of its rotation tags CredentialId is missing and ValidityPeriodDays is no number of days.',
  },
  {
    says: 'a secret that nothing rotates needs none of them',
    given: { secrets: read([aSecret({ tags: { owner: 'ana' } })]) },
    verdict: 'not-applicable',
    because: 'Has no rotation tags.',
  },
  {
    says: 'a disabled secret is not rotated',
    given: { secrets: read([aSecret({ tags: { CredentialId }, enabled: false })]) },
    verdict: 'not-applicable',
  },
  {
    says: 'the secret behind a certificate is renewed with the certificate',
    given: { secrets: read([aSecret({ tags: { CredentialId }, managed: true })]) },
    verdict: 'not-applicable',
  },
  {
    says: 'where the source does not tell such secrets apart, nobody knows',
    given: { secrets: read([aSecret({ tags: { CredentialId }, managed: null })]) },
    verdict: 'unknown',
  },
  {
    says: 'secrets that were not listed have no tags to read',
    given: { secrets: notRead('server-error', '500') },
    verdict: 'unknown',
    because: 'The secrets were not read: Azure answered with an error of its own.',
  },
]
