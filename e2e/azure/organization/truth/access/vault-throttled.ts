import type { Organization } from '../../organization.ts'
import { type AccessQuestion, accessLimitsOf } from './access-question.ts'
import { askLog, daysBefore, midnightBefore, since, type Tally } from './log-pass.ts'
import { standing } from './standing.ts'

/** The vaults that lately turned a call away because there were too many. */
export function vaultThrottled(organization: Organization, to: Date, question: AccessQuestion = {}): string[] {
  return askLog(organization, recentFrom(to, question), to, throttledTally(organization, to, question))
}

export function throttledTally(organization: Organization, to: Date, question: AccessQuestion): Tally<string[]> {
  const found = new Set<string>()
  return since(recentFrom(to, question), {
    take({ httpStatus, vault }) {
      if (httpStatus === 429) found.add(vault.name)
    },
    answer: () => standing(organization, to, found),
  })
}

const recentFrom = (to: Date, question: AccessQuestion) =>
  midnightBefore(daysBefore(to, accessLimitsOf(question).recentDays))
