// Which vault holds a slot at an instant: most stand for years, project vaults are replaced by a successor.
import { beginningOf, dayMs, generationAt, type Rhythm, rhythmOf } from '../rhythm.ts'
import { fraction, seedOf } from '../seeded-random.ts'
import type { Blueprint } from './blueprints.ts'

export type VaultLife = {
  name: string
  bornAt: number
  /** When its successor takes the slot; null when none ever will. */
  endsAt: number | null
  generation: number
}

const oldest = Date.UTC(2016, 2, 1)

const rhythms = new WeakMap<Blueprint, Rhythm>()

export function vaultLife(seed: string, blueprint: Blueprint, at: number): VaultLife {
  const { application, environment, region, isProject } = blueprint
  if (!isProject) {
    const name = `kv-${application.word}-${environment}-${region.code}`
    const bornAt = oldest + Math.floor(fraction(seedOf(seed, 'born', name), 0) * 1400) * dayMs + 9 * 3_600_000
    return { name, bornAt, endsAt: null, generation: 0 }
  }
  const rhythm = projectRhythm(seed, blueprint)
  // Midnight, so that a day of the audit log belongs to one vault.
  const midnight = (generation: number) => Math.floor(beginningOf(rhythm, generation) / dayMs) * dayMs
  let generation = generationAt(rhythm, at)
  if (midnight(generation + 1) <= at) generation++
  return {
    name: projectName(blueprint, generation),
    bornAt: midnight(generation),
    endsAt: midnight(generation + 1),
    generation,
  }
}

/** The vault that held the slot before, when there was one. */
export function predecessor(seed: string, blueprint: Blueprint, life: VaultLife): VaultLife | null {
  return life.endsAt === null ? null : vaultLife(seed, blueprint, life.bornAt - 1)
}

/** Every name the slot can ever have. */
export function namesOf(seed: string, blueprint: Blueprint): string[] {
  if (!blueprint.isProject) return [vaultLife(seed, blueprint, 0).name]
  return Array.from({ length: 9 }, (_, generation) => projectName(blueprint, generation))
}

const projectName = ({ application, environment, region }: Blueprint, generation: number) =>
  `kv-${application.word}-${environment}${(((generation % 9) + 9) % 9) + 1}-${region.code}`

function projectRhythm(seed: string, blueprint: Blueprint): Rhythm {
  const known = rhythms.get(blueprint)
  if (known) return known
  const rhythm = rhythmOf(seedOf(seed, 'project', blueprint.slot), 240, 40)
  rhythms.set(blueprint, rhythm)
  return rhythm
}
