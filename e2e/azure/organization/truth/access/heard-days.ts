// On which days the log of a vault was heard, from anybody: silence of a vault that is heard means something.
import type { Organization } from '../../organization.ts'
import { dayMs } from '../../rhythm.ts'
import { askLog, type Tally } from './log-pass.ts'

/** The vaults of which a row was written on every whole day between two instants, sorted. */
export function heardThroughout(organization: Organization, from: Date, to: Date): string[] {
  const heard = askLog(organization, from, to, heardDaysTally())
  return [...heard]
    .flatMap(([vault, days]) => (wholeDays(from, to).every((day) => days.has(day)) ? [vault] : []))
    .sort()
}

/** By name of the vault, the days since 1970. */
export function heardDaysTally(): Tally<ReadonlyMap<string, ReadonlySet<number>>> {
  const heard = new Map<string, Set<number>>()
  return {
    take({ vault, at }) {
      const days = heard.get(vault.name) ?? new Set()
      heard.set(vault.name, days.add(Math.floor(at.getTime() / dayMs)))
    },
    answer: () => heard,
  }
}

/** The days that lie whole between two instants. */
export function wholeDays(from: Date, to: Date): number[] {
  const first = Math.ceil(from.getTime() / dayMs)
  return Array.from({ length: Math.max(0, Math.floor(to.getTime() / dayMs) - first) }, (_, place) => first + place)
}
