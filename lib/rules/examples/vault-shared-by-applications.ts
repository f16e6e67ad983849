import { notRead, partlyRead, read } from '#lib/domain/observed.ts'
import { aCertificate } from './a-certificate.ts'
import { aKey } from './a-key.ts'
import { aSecret } from './a-secret.ts'
import { aVault } from './a-vault.ts'
import type { Example } from './example.ts'

const of = (application: string) => ({ tags: { application } })
const brokeOff = { code: 'timed-out', detail: 'page 3 never came' } as const

export const examples: readonly Example[] = [
  {
    says: 'one application, however often it is named and written, is one',
    given: {
      secrets: read([aSecret({ name: 'a', ...of('Orders') }), aSecret({ name: 'b', tags: { App: 'orders' } })]),
      keys: read([aKey(of('orders'))]),
    },
    verdict: 'pass',
    because: 'Of the applications only orders is named in it.',
  },
  {
    says: 'what names no application counts for none',
    given: { secrets: read([aSecret({ name: 'a', ...of('orders') }), aSecret({ name: 'b', tags: {} })]) },
    verdict: 'pass',
  },
  {
    says: 'a secret of one and a certificate of another share the vault',
    given: { secrets: read([aSecret(of('orders'))]), certificates: read([aCertificate(of('billing'))]) },
    verdict: 'fail',
    because: 'The applications billing, orders are named in it.',
  },
  {
    says: 'the tag of the vault itself is heard as well',
    given: { vault: aVault(of('orders')), secrets: read([aSecret(of('billing'))]) },
    verdict: 'fail',
  },
  {
    says: 'a vault that names its application, and holds nothing of another, has it to itself',
    given: { vault: aVault(of('orders')), secrets: read([aSecret({ tags: {} })]) },
    verdict: 'pass',
  },
  {
    says: 'two are too many, even where not everything was seen',
    given: {
      secrets: partlyRead(
        [aSecret({ name: 'a', ...of('orders') }), aSecret({ name: 'b', ...of('billing') })],
        'items',
        brokeOff,
      ),
      keys: notRead('forbidden-by-rbac', 'ForbiddenByRbac'),
    },
    verdict: 'fail',
  },
  {
    says: 'one is not known to be the only one where a list broke off',
    given: { secrets: partlyRead([aSecret(of('orders'))], 'items', brokeOff) },
    verdict: 'unknown',
    because: 'The secrets were read only in part: no answer came in time.',
  },
  {
    says: 'nor where lists were refused, which one sentence says',
    given: {
      secrets: read([aSecret(of('orders'))]),
      keys: notRead('forbidden-by-rbac', 'ForbiddenByRbac'),
      certificates: notRead('forbidden-by-rbac', 'ForbiddenByRbac'),
    },
    verdict: 'unknown',
    because: 'The keys and certificates were not read: no role assignment allows it.',
  },
  {
    says: 'a source with fewer fields has the tags all the same',
    given: { secrets: partlyRead([aSecret(of('orders'))], 'fields', brokeOff) },
    verdict: 'pass',
  },
  {
    says: 'where nothing is tagged nobody can tell them apart',
    given: { secrets: read([aSecret({ tags: {} })]) },
    verdict: 'not-applicable',
    because: 'Neither it nor anything in it is tagged with an application.',
  },
]
