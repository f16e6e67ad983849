import type { Renewal } from '#lib/domain/object-detail.ts'
import { notRead, read } from '#lib/domain/observed.ts'
import { aCertificate } from './a-certificate.ts'
import { aDetail } from './a-detail.ts'
import type { Example } from './example.ts'

const policy = (said: Partial<Renewal> = {}) => ({
  certificates: read([aCertificate()]),
  renewals: aDetail(
    aCertificate(),
    read({ automatic: true, trigger: 'at 80 % of its life', issuer: 'DigiCert', ...said }),
  ),
})

export const examples: readonly Example[] = [
  {
    says: 'a certificate whose authority Key Vault asks by itself is renewed',
    given: policy(),
    verdict: 'pass',
    because: 'Renews itself, at 80 % of its life.',
  },
  { says: 'a self-signed one can renew itself too', given: policy({ issuer: 'Self' }), verdict: 'pass' },
  {
    says: 'a policy that only sends a mail renews nothing',
    given: policy({ automatic: false }),
    verdict: 'fail',
    because: 'Its policy does not renew it.',
  },
  {
    says: 'what was made elsewhere is renewed there, by hand',
    given: policy({ automatic: false, trigger: null, issuer: 'Unknown' }),
    verdict: 'fail',
    because: 'Renewed by hand, with the authority that made it: Key Vault does not know whom to ask.',
  },
  {
    says: 'even if its policy says otherwise',
    given: policy({ automatic: true, issuer: 'unknown' }),
    verdict: 'fail',
    because: 'Renewed by hand, with the authority that made it: Key Vault does not know whom to ask.',
  },
  {
    says: 'a disabled certificate need not be renewed',
    given: { ...policy({ automatic: false }), certificates: read([aCertificate({ enabled: false })]) },
    verdict: 'not-applicable',
  },
  {
    says: 'a policy that Azure would not show may do either',
    given: { ...policy(), renewals: aDetail(aCertificate(), notRead('forbidden-by-rbac', 'ForbiddenByRbac')) },
    verdict: 'unknown',
    because: 'The rotation and renewal policies were not read: no role assignment allows it.',
  },
  { says: 'so may one nobody asked about', given: { ...policy(), renewals: read(new Map()) }, verdict: 'unknown' },
  {
    says: 'certificates that were not listed may have none',
    given: { certificates: notRead('connection-failed', 'ECONNRESET') },
    verdict: 'unknown',
    because: 'The certificates were not read: the connection failed.',
  },
]
