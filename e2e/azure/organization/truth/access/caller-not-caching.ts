import type { Organization } from '../../organization.ts'
import { type AccessQuestion, accessLimitsOf } from './access-question.ts'
import { cacheWindowsTally } from './cache-windows.ts'
import { liveSecrets } from './live-secrets.ts'
import { askLog, daysBefore, since, type Tally } from './log-pass.ts'

/** The enabled secrets that one caller lately read from one address more often than twice in one window of eight hours. */
export function callerNotCaching(organization: Organization, to: Date, question: AccessQuestion = {}): string[] {
  const { recentDays } = accessLimitsOf(question)
  return askLog(organization, daysBefore(to, recentDays), to, notCachingTally(organization, to, question))
}

export function notCachingTally(organization: Organization, to: Date, question: AccessQuestion): Tally<string[]> {
  const { recentDays, readsPerWindow } = accessLimitsOf(question)
  const windows = cacheWindowsTally()
  const from = daysBefore(to, recentDays)
  return since(from, {
    take: windows.take,
    answer() {
      const secrets = liveSecrets(organization, to, question)
      const isOpen = (subject: string) => secrets.get(subject)?.versions.at(-1)?.enabled === true
      // A window that had begun before was not whole.
      const found = windows
        .answer()
        .filter(({ subject, startsAt, reads }) => startsAt >= from && reads > readsPerWindow && isOpen(subject))
      return [...new Set(found.map(({ subject }) => subject))].sort()
    },
  })
}
