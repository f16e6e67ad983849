import { notRead, read } from '#lib/domain/observed.ts'
import { aKey } from './a-key.ts'
import { aSecret } from './a-secret.ts'
import { aVault } from './a-vault.ts'
import type { Example } from './example.ts'

const of = (environment: string) => ({ tags: { environment } })

export const examples: readonly Example[] = [
  {
    says: 'production alone is alone, however it is written',
    given: {
      vault: aVault({ tags: { env: 'prod' } }),
      secrets: read([aSecret({ name: 'a', ...of('Production') }), aSecret({ name: 'b', ...of('prd') })]),
    },
    verdict: 'pass',
    because: 'Of the environments only production is named.',
  },
  {
    says: 'test and development may share a vault',
    given: { secrets: read([aSecret(of('test'))]), keys: read([aKey(of('dev'))]) },
    verdict: 'pass',
    because: 'Production is not named, only development, test.',
  },
  {
    says: 'a secret of production beside one of test shares the vault with it',
    given: { secrets: read([aSecret({ name: 'a', ...of('prod') }), aSecret({ name: 'b', ...of('tst') })]) },
    verdict: 'fail',
    because: 'Production shares it with test.',
  },
  {
    says: 'so does a key of test in the vault of production',
    given: { vault: aVault({ tags: { environment: 'live' } }), keys: read([aKey(of('qa'))]) },
    verdict: 'fail',
  },
  {
    says: 'a vault that names none has the environment of its place',
    given: { vault: aVault({ subscriptionTags: { environment: 'prod' } }), secrets: read([aSecret(of('uat'))]) },
    verdict: 'fail',
    because: 'Production shares it with staging.',
  },
  {
    says: 'an unusual name is an environment of its own',
    given: { vault: aVault({ tags: { environment: 'prod' } }), secrets: read([aSecret(of('Sandbox 2'))]) },
    verdict: 'fail',
    because: 'Production shares it with sandbox 2.',
  },
  {
    says: 'one other is too many, even where not everything was seen',
    given: {
      vault: aVault({ tags: { environment: 'prod' } }),
      secrets: read([aSecret(of('test'))]),
      keys: notRead('throttled', '429'),
    },
    verdict: 'fail',
  },
  {
    says: 'what was not seen may be of another environment',
    given: { vault: aVault({ tags: { environment: 'prod' } }), secrets: notRead('throttled', '429') },
    verdict: 'unknown',
    because: 'The secrets were not read: Azure asked to slow down for too long.',
  },
  {
    says: 'where nothing is tagged nobody can tell them apart',
    given: { secrets: read([aSecret({ tags: {} })]) },
    verdict: 'not-applicable',
    because: 'Neither it nor anything in it is tagged with an environment.',
  },
]
