import type { Organization } from '../../organization.ts'
import { type AccessQuestion, accessLimitsOf } from './access-question.ts'
import { askLog, daysBefore, since, type Tally } from './log-pass.ts'
import { namesOf } from './standing.ts'

/**
 * The vaults that can be purged and of which nothing was backed up with success. Also those whose log goes nowhere: what
 * nobody can know of them is still so.
 */
export function unprotectedVaultWithoutBackup(
  organization: Organization,
  to: Date,
  question: AccessQuestion = {},
): string[] {
  const { backupDays } = accessLimitsOf(question)
  return askLog(organization, daysBefore(to, backupDays), to, withoutBackupTally(organization, to, question))
}

export function withoutBackupTally(organization: Organization, to: Date, question: AccessQuestion): Tally<string[]> {
  const backedUp = new Set<string>()
  return since(daysBefore(to, accessLimitsOf(question).backupDays), {
    take({ operation, httpStatus, vault }) {
      if (httpStatus === 200 && operation.endsWith('Backup')) backedUp.add(vault.name)
    },
    answer: () =>
      namesOf(
        organization
          .estateAt(to)
          .vaults.filter(({ name, properties }) => properties.enablePurgeProtection !== true && !backedUp.has(name)),
      ),
  })
}
