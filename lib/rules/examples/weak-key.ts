import type { KeyMaterial } from '#lib/domain/object-detail.ts'
import { notRead, partlyRead, read } from '#lib/domain/observed.ts'
import { aCertificate } from './a-certificate.ts'
import { aDetail } from './a-detail.ts'
import { aKey } from './a-key.ts'
import type { Example } from './example.ts'

const material = (said: Partial<KeyMaterial>): KeyMaterial => ({ type: 'RSA', bits: null, curve: null, ...said })
const key = (said: Partial<KeyMaterial>) => ({
  keys: read([aKey()]),
  keyMaterial: aDetail(aKey(), read(material(said))),
})
const certificate = (said: Partial<KeyMaterial>) => ({
  certificates: read([aCertificate()]),
  keyMaterial: aDetail(aCertificate(), read(material(said))),
})

export const examples: readonly Example[] = [
  { says: '2048 bits are enough', given: key({ bits: 2048 }), verdict: 'pass', because: 'An RSA key of 2048 bits.' },
  { says: 'more are more', given: certificate({ bits: 4096 }), verdict: 'pass' },
  {
    says: '1024 bits have not been enough since 2014',
    given: key({ bits: 1024 }),
    verdict: 'fail',
    because: 'An RSA key of 1024 bits, fewer than 2048.',
  },
  { says: 'nor for a certificate', given: certificate({ bits: 1024 }), verdict: 'fail' },
  { says: 'nor inside a module', given: key({ type: 'RSA-HSM', bits: 1024 }), verdict: 'fail' },
  {
    says: 'how many are enough is a matter of policy',
    given: key({ bits: 2048 }),
    thresholds: { rsaKeyBits: 3072 },
    verdict: 'fail',
  },
  {
    says: 'every curve of Azure is accepted unless the policy says otherwise',
    given: key({ type: 'EC', curve: 'P-256K' }),
    verdict: 'pass',
    because: 'A key on the curve P-256K.',
  },
  {
    says: 'a curve that is not in the list is not',
    given: certificate({ type: 'EC', curve: 'P-256K' }),
    thresholds: { allowedCurves: ['P-384', 'P-256'] },
    verdict: 'fail',
    because: 'A key on the curve P-256K, which is not among P-256, P-384.',
  },
  {
    says: 'however it is written, one that is in it is',
    given: key({ type: 'ec-hsm', curve: 'p-384' }),
    thresholds: { allowedCurves: ['P-384'] },
    verdict: 'pass',
  },
  {
    says: 'a symmetric key has neither',
    given: key({ type: 'oct-HSM', bits: 256 }),
    verdict: 'not-applicable',
    because: 'A symmetric key: neither a length of RSA nor a curve.',
  },
  {
    says: 'a length that Azure does not tell is not taken for a good one',
    given: key({ bits: null }),
    verdict: 'unknown',
    because: 'Azure does not say how long this RSA key is.',
  },
  { says: 'nor is a curve', given: key({ type: 'EC', curve: null }), verdict: 'unknown' },
  {
    says: 'a type that nobody has heard of is not judged',
    given: key({ type: 'ML-DSA' }),
    verdict: 'unknown',
    because: 'Azure calls the type of this key ML-DSA, which Kempt does not know.',
  },
  {
    says: 'a disabled key protects nothing new',
    given: { ...key({ bits: 1024 }), keys: read([aKey({ enabled: false })]) },
    verdict: 'not-applicable',
  },
  {
    says: 'the key behind a certificate is judged as the certificate',
    given: { ...key({ bits: 1024 }), keys: read([aKey({ managed: true })]) },
    verdict: 'not-applicable',
    because: 'Belongs to its certificate.',
  },
  {
    says: 'where the source does not tell such keys apart, nobody knows',
    given: { ...key({ bits: 1024 }), keys: read([aKey({ managed: null })]) },
    verdict: 'unknown',
  },
  {
    says: 'what was seen of it is weak, whatever was not',
    given: {
      ...key({}),
      keyMaterial: aDetail(
        aKey(),
        partlyRead(material({ bits: 1024 }), 'items', { code: 'malformed-answer', detail: '' }),
      ),
    },
    verdict: 'fail',
  },
  {
    says: 'a key that nobody may look at may be weak',
    given: { ...key({}), keyMaterial: aDetail(aKey(), notRead('forbidden-by-access-policy', 'AccessDenied')) },
    verdict: 'unknown',
    because: 'The key types and sizes were not read: no access policy allows it.',
  },
  { says: 'so may one nobody asked about', given: { ...key({}), keyMaterial: read(new Map()) }, verdict: 'unknown' },
  {
    says: 'and those of a vault that lists neither keys nor certificates',
    given: { keys: notRead('throttled', '429'), certificates: notRead('throttled', '429') },
    verdict: 'unknown',
    because: 'The keys and certificates were not read: Azure asked to slow down for too long.',
  },
]
