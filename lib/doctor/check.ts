// The words of the doctor: what was looked at, and what came of it.
import type { Grant } from '#lib/grants/grant-command.ts'

export const areas = ['settings', 'database', 'sign-in', 'azure', 'workspace', 'vault'] as const

export type Check = {
  area: (typeof areas)[number]
  /** What was looked at: a variable, a service, the name of a vault or of a workspace. */
  subject: string
  /**
   * `good`; `lacking`, when a part of the estate stays unseen until something is granted; `unsure`, when it could not be
   * told, or nothing Kempt needs is missing and still somebody should know; `broken`, when Kempt cannot work at all.
   */
  standing: 'good' | 'unsure' | 'lacking' | 'broken'
  /** One sentence or more; never a secret, a token or a value. */
  says: string
  /** What to run so that it is good, and what that does. */
  grants: readonly Grant[]
}

export const good = (area: Check['area'], subject: string, says: string): Check => ({
  area,
  subject,
  standing: 'good',
  says,
  grants: [],
})

export const broken = (area: Check['area'], subject: string, says: string): Check => ({
  ...good(area, subject, says),
  standing: 'broken',
})

export const unsure = (area: Check['area'], subject: string, says: string): Check => ({
  ...good(area, subject, says),
  standing: 'unsure',
})

/** The worst of all, as the exit code of a command: 0 nothing is lacking, 3 a part is, 1 Kempt cannot work. */
export function exitCodeOf(checks: readonly Check[]): 0 | 1 | 3 {
  const has = (standing: Check['standing']) => checks.some((check) => check.standing === standing)
  return has('broken') ? 1 : has('lacking') ? 3 : 0
}
