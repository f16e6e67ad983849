// What is really wrong as the audit log tells it, all in one pass over the log. Nothing of the product is used here.
import type { Organization } from '../../organization.ts'
import { deniedTally } from './access-denied-repeatedly.ts'
import { type AccessQuestion, accessLimitsOf } from './access-question.ts'
import { silentTally } from './audit-log-silent.ts'
import { notCachingTally } from './caller-not-caching.ts'
import { daysBefore, midnightBefore, passOver } from './log-pass.ts'
import { oldVersionTally } from './old-version-still-read.ts'
import { withoutBackupTally } from './unprotected-vault-without-backup.ts'
import { unusedTally } from './unused-secret.ts'
import { throttledTally } from './vault-throttled.ts'

export type AccessFault =
  | 'old-version-still-read'
  | 'unused-secret'
  | 'caller-not-caching'
  | 'vault-throttled'
  | 'access-denied-repeatedly'
  | 'audit-log-silent'
  | 'unprotected-vault-without-backup'

/** Subjects by what is wrong with them, sorted: `vault`, or `vault/secret/name`. The log is known from `coveredFromAt` on. */
export function accessTruthAt(
  organization: Organization,
  to: Date,
  coveredFromAt: Date,
  question: AccessQuestion = {},
): Record<AccessFault, string[]> {
  const { recentDays, unusedDays, backupDays } = accessLimitsOf(question)
  const tallies = {
    'old-version-still-read': oldVersionTally(organization, to, question),
    'unused-secret': unusedTally(organization, to, coveredFromAt, question),
    'caller-not-caching': notCachingTally(organization, to, question),
    'vault-throttled': throttledTally(organization, to, question),
    'access-denied-repeatedly': deniedTally(organization, to, question),
    'audit-log-silent': silentTally(organization, to),
    'unprotected-vault-without-backup': withoutBackupTally(organization, to, question),
  }
  const from = midnightBefore(daysBefore(to, Math.max(recentDays, unusedDays, backupDays)))
  passOver(organization, from, to, Object.values(tallies))
  return {
    'old-version-still-read': tallies['old-version-still-read'].answer(),
    'unused-secret': tallies['unused-secret'].answer(),
    'caller-not-caching': tallies['caller-not-caching'].answer(),
    'vault-throttled': tallies['vault-throttled'].answer(),
    'access-denied-repeatedly': tallies['access-denied-repeatedly'].answer(),
    'audit-log-silent': tallies['audit-log-silent'].answer(),
    'unprotected-vault-without-backup': tallies['unprotected-vault-without-backup'].answer(),
  }
}
