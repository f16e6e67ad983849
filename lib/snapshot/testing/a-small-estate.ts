// An estate in which every question the job can ask is asked, and few of them twice: a run of it costs next to nothing.
import type { StandIn } from '#e2e/azure/open-stand-in.ts'
import type { Amendment } from '#e2e/azure/organization/organization.ts'
import { startStandIn } from '#e2e/azure/start-stand-in.ts'

export const capturedAt = new Date('2026-11-20T02:15:00Z')

const daysAgo = (days: number) => new Date(capturedAt.getTime() - days * 86_400_000)

/** `vaults` that can be read, beside two that are shut and, for `pages`, one with more secrets than a page holds. Whoever starts it closes it. */
export async function aSmallEstate({
  vaults,
  pages = true,
}: {
  vaults: number
  pages?: boolean
}): Promise<StandIn & { vaultNames: string[] }> {
  const standIn = await startStandIn({ seed: 3, vaults: 1 })
  const { organization, clock } = standIn.azure
  clock.set(capturedAt)
  for (const { name } of organization.estateAt(capturedAt).vaults) {
    organization.amend({ kind: 'vault-gone', from: daysAgo(3), vault: name })
  }
  const vaultNames = Array.from({ length: vaults }, (_, index) => `kv-plain-${index + 1}`)
  for (const name of vaultNames)
    organization.amend({ kind: 'vault', from: daysAgo(40), vault: { name }, objects: few() })
  for (const access of ['firewall', 'no-role'] as const) {
    const vault = { name: `kv-${access}`, access }
    organization.amend({ kind: 'vault', from: daysAgo(40), vault, objects: few() })
  }
  // Of this name, as the first page of its secrets is not one of those that come empty.
  const many = Array.from({ length: 27 }, (_, index) => ({ kind: 'secret' as const, name: `s-${index}` }))
  if (pages) organization.amend({ kind: 'vault', from: daysAgo(40), vault: { name: 'kv-brimful' }, objects: many })
  for (const vault of vaultNames.slice(0, 3)) {
    const object = { kind: 'secret', name: 's-old' } as const
    organization.amend({ kind: 'reads', from: daysAgo(5), vault, object, everyMinutes: 90 })
  }
  return { ...standIn, vaultNames }
}

/** One of each kind, alive and deleted. */
function few(): NonNullable<Extract<Amendment, { kind: 'vault' }>['objects']> {
  const deletedAt = daysAgo(2)
  return (['secret', 'key', 'certificate'] as const).flatMap((kind) => [
    { kind, name: `${kind[0]}-old` },
    { kind, name: `${kind[0]}-deleted`, deletedAt },
  ])
}
