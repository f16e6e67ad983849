import { notRead, read } from '#lib/domain/observed.ts'
import { aCertificate } from './a-certificate.ts'
import { aKey } from './a-key.ts'
import { aSecret } from './a-secret.ts'
import { aVault } from './a-vault.ts'
import type { Example } from './example.ts'

export const examples: readonly Example[] = [
  {
    says: 'a tag on the object names its owner, whatever the case of its name',
    given: { secrets: read([aSecret({ tags: { Owner: 'Ana.Silva@halden.example' } })]) },
    verdict: 'pass',
    because: 'Owned by ana.silva@halden.example, as its own tag says.',
  },
  {
    says: 'a tag on the vault names the owner of all that is in it',
    given: { keys: read([aKey({ tags: {} })]), vault: aVault({ tags: { owner: 'team-shop' } }) },
    verdict: 'pass',
    because: "Owned by team-shop, as its vault's tag says.",
  },
  {
    says: 'so does one on the resource group',
    given: { keys: read([aKey({ tags: {} })]), vault: aVault({ resourceGroupTags: { owner: 'team-shop' } }) },
    verdict: 'pass',
  },
  {
    says: 'and one on the subscription',
    given: { certificates: read([aCertificate({ tags: {} })]), vault: aVault({ subscriptionTags: { owner: 'shop' } }) },
    verdict: 'pass',
  },
  {
    says: 'the tag may have another name',
    given: { secrets: read([aSecret({ tags: { 'contact-team': 'team-shop' } })]) },
    ownerTagNames: ['owner', 'contact-team'],
    verdict: 'pass',
  },
  {
    says: 'without any tag nobody owns it',
    given: { certificates: read([aCertificate({ tags: {} })]) },
    verdict: 'fail',
    because: 'No tag owner on the certificate, its vault, resource group or subscription.',
  },
  {
    says: 'a blank tag names nobody',
    given: { secrets: read([aSecret({ tags: { owner: ' ' } })]) },
    verdict: 'fail',
  },
  {
    says: 'a disabled secret still needs somebody to clear it away',
    given: { secrets: read([aSecret({ tags: {}, enabled: false })]) },
    verdict: 'fail',
  },
  {
    says: 'the key behind a certificate is left to the certificate',
    given: { keys: read([aKey({ tags: {}, managed: true })]) },
    verdict: 'not-applicable',
  },
  {
    says: 'where the source does not tell such keys apart, a missing owner proves nothing',
    given: { keys: read([aKey({ tags: {}, managed: null })]) },
    verdict: 'unknown',
  },
  {
    says: 'but an owner that was seen was seen',
    given: { keys: read([aKey({ managed: null })]) },
    verdict: 'pass',
  },
  {
    says: 'secrets that were not listed may have no owner',
    given: { secrets: notRead('forbidden-by-rbac', 'ForbiddenByRbac') },
    verdict: 'unknown',
    because: 'The secrets were not read: no role assignment allows it.',
  },
  {
    says: 'one sentence names all the lists that are missing',
    given: {
      secrets: notRead('forbidden-by-rbac', 'ForbiddenByRbac'),
      keys: notRead('forbidden-by-rbac', 'ForbiddenByRbac'),
      certificates: notRead('forbidden-by-rbac', 'ForbiddenByRbac'),
    },
    verdict: 'unknown',
    because: 'The secrets, keys and certificates were not read: no role assignment allows it.',
  },
]
