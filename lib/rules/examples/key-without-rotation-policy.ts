import type { Renewal } from '#lib/domain/object-detail.ts'
import { notRead, partlyRead, read } from '#lib/domain/observed.ts'
import { aDetail } from './a-detail.ts'
import { aKey } from './a-key.ts'
import type { Example } from './example.ts'

const policy = (said: Partial<Renewal> = {}) =>
  aDetail(aKey(), read({ automatic: true, trigger: 'P90D after creation', issuer: null, ...said }))

export const examples: readonly Example[] = [
  {
    says: 'a policy that rotates the key is one',
    given: { keys: read([aKey()]), renewals: policy() },
    verdict: 'pass',
    because: 'Rotates by itself, P90D after creation.',
  },
  {
    says: 'when it does is not the question',
    given: { keys: read([aKey()]), renewals: policy({ trigger: null }) },
    verdict: 'pass',
    because: 'Rotates by itself.',
  },
  {
    says: 'the policy of a key that was never given one only notifies',
    given: { keys: read([aKey()]), renewals: policy({ automatic: false, trigger: null }) },
    verdict: 'fail',
    because: 'Its rotation policy does not rotate it.',
  },
  {
    says: 'a disabled key need not rotate',
    given: { keys: read([aKey({ enabled: false })]), renewals: policy({ automatic: false }) },
    verdict: 'not-applicable',
  },
  {
    says: 'the key behind a certificate is renewed with the certificate',
    given: { keys: read([aKey({ managed: true })]), renewals: policy({ automatic: false }) },
    verdict: 'not-applicable',
    because: 'Belongs to its certificate.',
  },
  {
    says: 'where the source does not tell such keys apart, nobody knows',
    given: { keys: read([aKey({ managed: null })]), renewals: policy({ automatic: false }) },
    verdict: 'unknown',
  },
  {
    says: 'a policy that Azure would not show may do either',
    given: { keys: read([aKey()]), renewals: aDetail(aKey(), notRead('forbidden-by-access-policy', 'AccessDenied')) },
    verdict: 'unknown',
    because: 'The rotation and renewal policies were not read: no access policy allows it.',
  },
  {
    says: 'so may one that was read in part, though what it says so far is good',
    given: {
      keys: read([aKey()]),
      renewals: aDetail(
        aKey(),
        partlyRead({ automatic: true, trigger: null, issuer: null }, 'items', { code: 'malformed-answer', detail: '' }),
      ),
    },
    verdict: 'unknown',
    because: 'The rotation and renewal policies were read only in part: the answer could not be understood.',
  },
  {
    says: 'and one nobody asked about',
    given: { keys: read([aKey()]), renewals: read(new Map()) },
    verdict: 'unknown',
  },
  {
    says: 'keys that were not listed may have none',
    given: { keys: notRead('throttled', '429') },
    verdict: 'unknown',
    because: 'The keys were not read: Azure asked to slow down for too long.',
  },
]
