// What a reviewer of backups looks for: somebody takes a whole vault along, one evening, from home.
import type { EstatePlan, Slot } from '../estate-plan.ts'
import type { VaultObject } from '../organization.ts'
import { beginningOf, dayMs, generationAt, rhythmOf } from '../rhythm.ts'
import { fraction, seedOf } from '../seeded-random.ts'
import { type AccessLog, isWorkday, write } from './access-log.ts'
import { personReader } from './vault-rows.ts'

const most = 25

/** Some six times a year, in one vault of the whole organization. */
export function writeCarryOut(log: AccessLog, plan: EstatePlan, slot: Slot, objects: readonly VaultObject[]): void {
  const generation = isWorkday(log.dayAt) ? generationOn(plan, log.dayAt) : null
  if (generation === null || victimOf(plan, generation) !== slot) return
  const draw = seedOf(plan.seed, 'carry out', generation)
  const person = plan.people[Math.floor(fraction(draw, 2) * plan.people.length)]
  if (!person) return
  const reader = { ...personReader(person), address: `84.115.${1 + Math.floor(fraction(draw, 3) * 250)}.44` }
  let at = log.dayAt + Math.floor((17.6 + 2 * fraction(draw, 4)) * 3_600_000)
  const secrets = objects.filter(({ kind, managed, deletedAt }) => kind === 'secret' && !managed && !deletedAt)
  for (const { kind, name } of secrets.slice(0, most)) {
    write(log, at, reader, 'SecretBackup', { kind, name, version: null })
    at += 2600
  }
}

/** What falls on a weekend waits for Monday. Null when nothing falls on the day. */
function generationOn(plan: EstatePlan, dayAt: number): number | null {
  // Never more than eighty days from one to the next.
  const rhythm = rhythmOf(seedOf(plan.seed, 'carry out'), 60, 9)
  const generation = generationAt(rhythm, dayAt + dayMs - 1)
  let falls = Math.floor(beginningOf(rhythm, generation) / dayMs) * dayMs
  while (!isWorkday(falls)) falls += dayMs
  return falls === dayAt ? generation : null
}

/** One that lets in whoever has a role, from anywhere, and whose log tells it. */
function victimOf(plan: EstatePlan, generation: number): Slot | undefined {
  const open = plan.slots.filter(
    ({ blueprint, traits }) =>
      !blueprint.isProject &&
      traits.logging === 'workspace' &&
      !traits.isSilent &&
      (traits.network === 'allow' || traits.network === 'never-configured'),
  )
  return open[Math.floor(fraction(seedOf(plan.seed, 'carry out', generation), 1) * open.length)]
}
