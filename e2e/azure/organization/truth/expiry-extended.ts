// Secrets whose expiry was moved later without a new version: what only somebody who looked more than once can know.
import type { Organization } from '../organization.ts'
import { dayMs } from '../rhythm.ts'
import type { Question } from './question.ts'

/**
 * The enabled secrets that show a later expiry at the last look than the same version showed at an earlier one, sorted.
 * Looks are in order of time; a vault that could not be seen at a look told nothing then.
 */
export function expiryExtended(
  organization: Organization,
  looks: readonly Date[],
  { sees = ({ access }) => access === 'readable' }: Pick<Question, 'sees'> = {},
): string[] {
  const earliest = new Map<string, number>()
  let extended: string[] = []
  for (const look of looks) {
    extended = []
    for (const vault of organization.estateAt(look).vaults.filter(sees)) {
      for (const { kind, name, managed, deletedAt, versions } of organization.objectsAt(vault.name, look)) {
        const current = versions.at(-1)
        if (kind !== 'secret' || managed || deletedAt || !current?.expiresAt) continue
        const subject = `${vault.name}/${kind}/${name}`
        const known = earliest.get(`${subject} ${current.id}`)
        const expiresAt = current.expiresAt.getTime()
        earliest.set(`${subject} ${current.id}`, Math.min(expiresAt, known ?? expiresAt))
        if (known !== undefined && expiresAt > known && current.enabled) extended.push(subject)
      }
    }
  }
  return extended.sort()
}

/** One look a day, both ends included when whole days lie between them. */
export function dailyLooks(from: Date, to: Date): Date[] {
  const days = Math.floor((to.getTime() - from.getTime()) / dayMs)
  return Array.from({ length: days + 1 }, (_, day) => new Date(from.getTime() + day * dayMs))
}
