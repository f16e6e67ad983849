import type { Organization } from '../../organization.ts'
import { dayMs } from '../../rhythm.ts'
import { type AccessQuestion, accessLimitsOf } from './access-question.ts'
import { liveSecrets, secretRead } from './live-secrets.ts'
import { askLog, daysBefore, since, type Tally } from './log-pass.ts'

/**
 * The secrets of which somebody lately read a version that is still enabled and not the current one, more than the grace days
 * after its own successor came.
 */
export function oldVersionStillRead(organization: Organization, to: Date, question: AccessQuestion = {}): string[] {
  const { recentDays } = accessLimitsOf(question)
  return askLog(organization, daysBefore(to, recentDays), to, oldVersionTally(organization, to, question))
}

export function oldVersionTally(organization: Organization, to: Date, question: AccessQuestion): Tally<string[]> {
  const { recentDays, graceDays } = accessLimitsOf(question)
  const secrets = liveSecrets(organization, to, question)
  const found = new Set<string>()
  return since(daysBefore(to, recentDays), {
    take(row) {
      const subject = secretRead(row)
      if (subject === null) return
      const versions = secrets.get(subject)?.versions ?? []
      const place = versions.findIndex(({ id }) => id === row.object?.version)
      const successor = place < 0 ? undefined : versions[place + 1]
      if (!successor || !versions[place]?.enabled) return
      if (row.at.getTime() - successor.createdAt.getTime() > graceDays * dayMs) found.add(subject)
    },
    answer: () => [...found].sort(),
  })
}
