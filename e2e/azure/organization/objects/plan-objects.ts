// What a vault holds, before anyone asks when: every object with its name, its character and the plan of its life.
import type { KeyMaterial, Tags, VaultObject } from '../organization.ts'
import { createRandom, fraction, type Seed, seedOf } from '../seeded-random.ts'
import type { Blueprint } from '../vaults/blueprints.ts'
import type { Traits } from '../vaults/traits.ts'
import { planCertificates } from './certificates.ts'
import { type Character, characterOf, disciplineOf, temperOf } from './characters.ts'
import { planKeys } from './keys.ts'
import type { LifePlan } from './life.ts'
import { objectCount } from './object-count.ts'
import { objectTags, type Sharing } from './object-tags.ts'
import { secretNames } from './secret-names.ts'

export type ObjectPlan = {
  kind: VaultObject['kind']
  name: string
  managed: boolean
  character: Character | 'certificate' | 'key'
  life: LifePlan
  policy: Record<string, unknown> | null
  material?: KeyMaterial
}

export type Contents = { vault: string; blueprint: Blueprint; traits: Traits; mean: number }

/** Everything the vault of that name ever holds; a successor of the vault holds something else. */
export function planObjects(seed: string, { vault, blueprint, traits, mean }: Contents): ObjectPlan[] {
  const { word } = blueprint.application
  const canBePurged = traits.purge === 'off'
  const count = objectCount(seed, blueprint.slot, traits.fullness, mean)
  const vaultSeed = seedOf(seed, 'contents', vault)
  const random = createRandom(vaultSeed)
  // A certificate brings a secret and a key of its own.
  const certificates = Math.round(count * random.between(0.01, 0.04))
  const keys = Math.round(count * random.between(0.03, 0.12))
  const secrets = Math.max(1, count - 3 * certificates - keys)
  return [
    ...planSecrets(seed, vaultSeed, { vault, blueprint, traits, mean }, secrets),
    ...planKeys({ seed, vault, word, canBePurged }, keys),
    ...planCertificates({ seed, vault, word, canBePurged }, certificates),
  ]
}

function planSecrets(seed: string, vaultSeed: Seed, contents: Contents, count: number): ObjectPlan[] {
  const { vault, blueprint, traits } = contents
  const { word, team } = blueprint.application
  const discipline = disciplineOf(seed, team.name)
  const teamSeed = seedOf(seed, 'campaign', team.name)
  const recovery = { retentionDays: traits.retentionDays, canBePurged: traits.purge === 'off' }
  const sharing: Sharing | null = traits.shared && { by: traits.shared, word }
  return secretNames(word, count, vaultSeed).map((named): ObjectPlan => {
    const secret = seedOf(seed, vault, 'secret', named.name)
    const character = characterOf(fraction(secret, 11), discipline)
    const { name, tags } = objectTags(secret, named.name, sharing)
    return {
      kind: 'secret',
      name,
      managed: false,
      character,
      life: {
        ...temperOf(character, secret, teamSeed, recovery),
        contentType: contentTypeOf(secret, named.contentType),
        tags: tags ?? noTags,
      },
      policy: null,
    }
  })
}

const noTags: Tags = {}

/** Three in ten are left without one; a few certificates were put in as if they were secrets. */
function contentTypeOf(secret: Seed, proper: string): string | null {
  const place = fraction(secret, 12)
  if (place < 0.006) return 'application/x-pkcs12'
  return place < 0.3 ? null : proper
}
