import type { Organization } from '../../organization.ts'
import { type AccessQuestion, accessLimitsOf } from './access-question.ts'
import { heardDaysTally, wholeDays } from './heard-days.ts'
import { liveSecrets, secretRead } from './live-secrets.ts'
import { askLog, daysBefore, since, type Tally } from './log-pass.ts'

/**
 * The enabled secrets, older than the window, that nobody read with success in it. Only of vaults whose log was heard on every
 * day of the window, and none at all when the log is known from `coveredFromAt` only and that is later than the window.
 */
export function unusedSecret(
  organization: Organization,
  to: Date,
  coveredFromAt: Date,
  question: AccessQuestion = {},
): string[] {
  const from = daysBefore(to, accessLimitsOf(question).unusedDays)
  return askLog(organization, from, to, unusedTally(organization, to, coveredFromAt, question))
}

export function unusedTally(
  organization: Organization,
  to: Date,
  coveredFromAt: Date,
  question: AccessQuestion,
): Tally<string[]> {
  const from = daysBefore(to, accessLimitsOf(question).unusedDays)
  const heard = heardDaysTally()
  const read = new Set<string>()
  return since(from, {
    take(row) {
      heard.take(row)
      const subject = secretRead(row)
      if (subject !== null) read.add(subject)
    },
    answer() {
      if (coveredFromAt > from) return []
      const days = heard.answer()
      const isHeard = (subject: string) => {
        const of = days.get(subject.split('/')[0] ?? '')
        return wholeDays(from, to).every((day) => of?.has(day))
      }
      return [...liveSecrets(organization, to, question)]
        .filter(([, { versions }]) => versions.at(-1)?.enabled && (versions[0]?.createdAt ?? to) < from)
        .map(([subject]) => subject)
        .filter((subject) => !read.has(subject) && isHeard(subject))
        .sort()
    },
  })
}
