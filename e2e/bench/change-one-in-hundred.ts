// One object in a hundred changes, spread over the vaults: half are rotated, of the other half somebody edits the tags.
import type { Organization, VaultObject, Version } from '../azure/organization/organization.ts'

type Place = { vault: string; object: VaultObject; current: Version }

/**
 * Of `objects` there are; returns what was done. Secrets and keys that a certificate manages change with it, so they are
 * left alone here.
 */
export function changeOneInHundred(organization: Organization, objects: number, at: Date) {
  const chosen = inTurns(organization, at).slice(0, Math.round(objects / 100))
  for (const [number, { vault, object, current }] of chosen.entries()) {
    const versions = number % 2 === 0 ? rotated(object, current, at) : retagged(object, current, at)
    organization.amend({ kind: 'object', from: at, vault, object: { kind: object.kind, name: object.name, versions } })
  }
  return {
    rotated: Math.ceil(chosen.length / 2),
    edited: Math.floor(chosen.length / 2),
    vaults: new Set(chosen.map(({ vault }) => vault)).size,
  }
}

/** The first object of every vault, then the second of every vault, and so on. */
function inTurns(organization: Organization, at: Date): Place[] {
  const vaults = organization.estateAt(at).vaults.filter(({ access }) => access === 'readable')
  return vaults
    .flatMap(({ name: vault }) =>
      organization.objectsAt(vault, at).flatMap((object, turn) => {
        const current = object.versions.at(-1)
        return object.managed || object.deletedAt || !current ? [] : [{ turn, vault, object, current }]
      }),
    )
    .sort((one, other) => one.turn - other.turn)
}

function rotated({ versions }: VaultObject, current: Version, at: Date): Version[] {
  const lived = at.getTime() - current.createdAt.getTime()
  const expiresAt = current.expiresAt && new Date(current.expiresAt.getTime() + lived)
  const id = [...current.id].reverse().join('')
  return [...versions, { ...current, id, createdAt: at, updatedAt: at, enabled: true, expiresAt }]
}

const retagged = ({ versions }: VaultObject, current: Version, at: Date): Version[] => [
  ...versions.slice(0, -1),
  { ...current, updatedAt: at, tags: { ...current.tags, 'reviewed-by': 'Cloud Platform' } },
]
