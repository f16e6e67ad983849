import { notRead, read } from '#lib/domain/observed.ts'
import { aCertificate } from './a-certificate.ts'
import { aKey } from './a-key.ts'
import { aSecret } from './a-secret.ts'
import type { Example } from './example.ts'
import { daysAgo } from './now.ts'

const old = { enabled: false, createdAt: daysAgo(400), updatedAt: new Date('2026-05-01T12:00:00Z') }

export const examples: readonly Example[] = [
  {
    says: 'a secret that was disabled last week may still be missed',
    given: {
      secrets: read([
        aSecret({ enabled: false, createdAt: daysAgo(400), updatedAt: new Date('2026-11-16T12:00:00Z') }),
      ]),
    },
    verdict: 'pass',
    because: 'Disabled since 2026-11-16 at the latest: that was its last edit, which is all that is known.',
  },
  {
    says: 'one that nobody touched for half a year is not missed',
    given: { secrets: read([aSecret(old)]) },
    verdict: 'fail',
    because: 'Disabled since 2026-05-01 at the latest: that was its last edit, which is all that is known.',
  },
  { says: 'nor is a key', given: { keys: read([aKey(old)]) }, verdict: 'fail' },
  { says: 'nor a certificate', given: { certificates: read([aCertificate(old)]) }, verdict: 'fail' },
  {
    says: 'ninety days are enough, not the day after',
    given: { secrets: read([aSecret({ enabled: false, createdAt: daysAgo(400), updatedAt: daysAgo(90) })]) },
    verdict: 'fail',
  },
  {
    says: 'how long is long enough is a matter of policy',
    given: { secrets: read([aSecret(old)]) },
    thresholds: { disabledDays: 365 },
    verdict: 'pass',
  },
  {
    says: 'what is enabled is in use',
    given: { secrets: read([aSecret({ ...old, enabled: true })]) },
    verdict: 'not-applicable',
    because: 'The secret is enabled.',
  },
  {
    says: 'the secret behind a certificate goes with the certificate',
    given: { secrets: read([aSecret({ ...old, managed: true })]) },
    verdict: 'not-applicable',
  },
  {
    says: 'where the source does not tell such keys apart, nobody knows',
    given: { keys: read([aKey({ ...old, managed: null })]) },
    verdict: 'unknown',
  },
  {
    says: 'an edit from next year shows that the clocks disagree',
    badInput: 'clocks that disagree',
    given: { secrets: read([aSecret({ enabled: false, updatedAt: new Date('2027-03-01T00:00:00Z') })]) },
    verdict: 'unknown',
    because: 'Azure dates the last edit 2027-03-01, after the snapshot: the clocks disagree.',
  },
  {
    says: 'an edit before there was anything to edit proves nothing',
    badInput: 'clocks that disagree',
    given: {
      secrets: read([aSecret({ ...old, createdAt: new Date('2026-06-01T00:00:00Z') })]),
    },
    verdict: 'unknown',
    because: 'Azure dates the last edit 2026-05-01, before the current version was made on 2026-06-01.',
  },
  {
    says: 'a vault that was not listed may be full of them',
    given: { secrets: notRead('forbidden-by-rbac', 'ForbiddenByRbac') },
    verdict: 'unknown',
    because: 'The secrets were not read: no role assignment allows it.',
  },
]
