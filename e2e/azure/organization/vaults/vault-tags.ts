// What is written on vaults and resource groups: as people do it, so not always, and not always in the same case.
import { domain } from '../company/teams.ts'
import type { Tags } from '../organization.ts'
import { fraction, seedOf } from '../seeded-random.ts'
import type { Blueprint } from './blueprints.ts'
import type { Traits } from './traits.ts'

const spellings = {
  prod: ['prod', 'production', 'prd'],
  test: ['test', 'tst', 'test'],
  dev: ['dev', 'development', 'dev'],
}

export function vaultTags(seed: string, blueprint: Blueprint, traits: Traits): Tags {
  const { application, environment, slot } = blueprint
  const draw = seedOf(seed, 'tags', slot)
  const spelling = spellings[environment][Math.floor(fraction(draw, 1) * 1.6)] ?? environment
  const tags: Tags = {}
  if (fraction(draw, 2) < 0.92) tags[fraction(draw, 3) < 0.7 ? 'environment' : 'env'] = spelling
  if (traits.owner === 'lead') tags[fraction(draw, 4) < 0.8 ? 'owner' : 'Owner'] = application.team.leadMail
  if (traits.owner === 'team') tags.owner = application.team.name
  if (traits.owner === 'shouted') tags.OWNER = fraction(draw, 5) < 0.5 ? formerOwner(draw) : application.team.leadMail
  tags.application = application.word
  if (fraction(draw, 6) < 0.8) tags['cost-center'] = application.team.costCenter
  return tags
}

/** Tags of the resource group; it names the owner where the vault leaves it to the group. */
export function resourceGroupTags(blueprint: Blueprint, isOwnerNamed: boolean): Tags {
  const { application, environment } = blueprint
  return {
    environment,
    'cost-center': application.team.costCenter,
    ...(isOwnerNamed ? { Owner: application.team.name } : {}),
  }
}

/** People who left, and whose name stayed. */
function formerOwner(draw: { high: number; low: number }): string {
  const former = ['Greta.Lund', 'oskar.berg', 'B.Jansen']
  return `${former[Math.floor(fraction(draw, 7) * former.length)] ?? 'oskar.berg'}@${domain}`
}
