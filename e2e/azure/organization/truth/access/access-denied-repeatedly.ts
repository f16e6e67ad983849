import type { Access, Organization } from '../../organization.ts'
import { dayMs } from '../../rhythm.ts'
import { type AccessQuestion, accessLimitsOf } from './access-question.ts'
import { askLog, daysBefore, midnightBefore, since, type Tally } from './log-pass.ts'
import { standing } from './standing.ts'

/** The vaults that lately refused one caller twenty times on one day (UTC). Kempt's own calls and Azure's visits do not count. */
export function accessDeniedRepeatedly(organization: Organization, to: Date, question: AccessQuestion = {}): string[] {
  return askLog(organization, recentFrom(to, question), to, deniedTally(organization, to, question))
}

export function deniedTally(organization: Organization, to: Date, question: AccessQuestion): Tally<string[]> {
  const { deniedPerDay } = accessLimitsOf(question)
  const own = organization.kemptIdentity.objectId
  const denied = new Map<string, number>()
  const found = new Set<string>()
  return since(recentFrom(to, question), {
    take(row) {
      if (!isDenied(row) || row.caller?.objectId === own) return
      const key = `${row.vault.name} ${row.caller?.objectId} ${Math.floor(row.at.getTime() / dayMs)}`
      const calls = (denied.get(key) ?? 0) + 1
      denied.set(key, calls)
      if (calls >= deniedPerDay) found.add(row.vault.name)
    },
    answer: () => standing(organization, to, found),
  })
}

const recentFrom = (to: Date, question: AccessQuestion) =>
  midnightBefore(daysBefore(to, accessLimitsOf(question).recentDays))

const visitors = ['AzureResourceGraph.IngestionWorkerService', 'PolicyScan-GF', 'azure-resource-manager/2.0']

/** Not the question before the token, which every client asks and nobody is refused by. */
const isDenied = ({ httpStatus, caller, operation, clientInfo }: Access) =>
  (httpStatus === 401 || httpStatus === 403) &&
  caller !== null &&
  operation !== 'Authentication' &&
  !visitors.some((visitor) => clientInfo.startsWith(visitor))
