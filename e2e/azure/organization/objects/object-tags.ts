// What is written on secrets: mostly nothing, sometimes another owner, sometimes how to rotate it.
import { teams } from '../company/teams.ts'
import type { Tags } from '../organization.ts'
import { fraction, type Seed } from '../seeded-random.ts'

/** A vault that several applications or environments put their secrets into. */
export type Sharing = { by: 'applications' | 'environments'; word: string }

/** The secret's name within a shared vault, and its tags; null for none. */
export function objectTags(seed: Seed, name: string, sharing: Sharing | null): { name: string; tags: Tags | null } {
  const place = fraction(seed, 21)
  const tags: Tags = {}
  if (place < 0.07) tags[place < 0.02 ? 'Owner' : 'owner'] = someTeam(fraction(seed, 22))
  else if (place < 0.17) Object.assign(tags, rotationTags(seed, name))
  else if (place < 0.22) tags['rotated-by'] = 'terraform'
  if (!sharing) return { name, tags: Object.keys(tags).length === 0 ? null : tags }

  if (sharing.by === 'environments') {
    const environment = fraction(seed, 23) < 0.7 ? 'prod' : 'test'
    return { name: `${environment}-${name}`, tags: { ...tags, environment } }
  }
  const application = [sharing.word, 'broker', 'reports'][Math.floor(fraction(seed, 23) * 3)] ?? sharing.word
  return { name: `${application}-${name}`, tags: { ...tags, application } }
}

function someTeam(place: number): string {
  const team = teams[Math.floor(place * teams.length)]
  return place * 10 - Math.floor(place * 10) < 0.5 ? (team?.name ?? '') : (team?.leadMail ?? '')
}

/** The three tags of Microsoft's rotation tutorial; now and then one is forgotten or cannot be read. */
function rotationTags(seed: Seed, name: string): Tags {
  const slip = fraction(seed, 24)
  return {
    CredentialId: fraction(seed, 25) < 0.5 ? 'key1' : 'key2',
    ...(slip < 0.1
      ? {}
      : {
          ProviderAddress: `/subscriptions/00000000-0000-0000-0000-000000000000/resourceGroups/rg-data/providers/Microsoft.Storage/storageAccounts/st${name.replaceAll('-', '').slice(0, 20)}`,
        }),
    ...(slip > 0.9 ? {} : { ValidityPeriodDays: slip > 0.85 ? 'sixty' : '60' }),
  }
}
