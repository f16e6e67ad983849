// Backups of vaults that can be purged, and the rehearsals that show that they can be restored.
import { servicePrincipal } from '../company/identities.ts'
import type { EstatePlan, Slot } from '../estate-plan.ts'
import type { VaultObject } from '../organization.ts'
import { dayMs } from '../rhythm.ts'
import { fraction, seedOf } from '../seeded-random.ts'
import { type AccessLog, write } from './access-log.ts'

const isSunday = (dayAt: number) => new Date(dayAt).getUTCDay() === 0

const keeperOf = (seed: string) => servicePrincipal(seed, 'vault-backup', 'Az.KeyVault/6.2.0 (PowerShell 7.4)')

const isKept = ({ kind, managed, deletedAt }: VaultObject) => kind === 'secret' && !managed && !deletedAt

/** Half of the vaults without purge protection are backed up on Sundays, secret by secret. */
export function writeBackup(log: AccessLog, seed: string, objects: readonly VaultObject[], slot: number): void {
  const isProtected = log.vault.properties.enablePurgeProtection === true
  if (isProtected || !isBackedUp(slot) || !isSunday(log.dayAt)) return
  const keeper = keeperOf(seed)
  let at = log.dayAt + 3 * 3_600_000 + slot * 61_000
  for (const object of objects) {
    if (!isKept(object)) continue
    write(log, at, keeper, 'SecretBackup', { kind: object.kind, name: object.name, version: null })
    at += 400
  }
}

const isBackedUp = (slot: number) => slot % 2 !== 0

/**
 * Once a quarter three secrets of a backup are restored into a neighbour that can be purged too, looked at, and purged half
 * an hour later. `contentsOf` answers for the vault that was backed up; empty when it is gone.
 */
export function writeRehearsals(
  log: AccessLog,
  plan: EstatePlan,
  target: Slot,
  contentsOf: (vault: string) => readonly VaultObject[],
): void {
  if (!isSunday(log.dayAt) || log.vault.properties.enablePurgeProtection === true) return
  const keeper = keeperOf(plan.seed)
  const week = Math.floor(log.dayAt / (7 * dayMs))
  for (const { blueprint, vault } of rehearsedIn(plan, target)) {
    if ((week + blueprint.slot) % 13 !== 0) continue
    const taken = new Set(plan.contentsOf(log.vault.name).map(({ name }) => name))
    const restored = contentsOf(vault).filter((object) => isKept(object) && !taken.has(object.name))
    for (const [place, { kind, name }] of restored.slice(0, 3).entries()) {
      const object = { kind, name, version: null }
      const at = log.dayAt + (4 * 60 + 40) * 60_000 + place * 2100
      write(log, at, keeper, 'SecretRestore', object)
      write(log, at + 26 * 60_000, keeper, 'SecretDelete', object)
      write(log, at + 27 * 60_000, keeper, 'SecretPurge', object, { httpStatus: 204 })
    }
  }
}

type Rehearsed = { blueprint: Slot['blueprint']; vault: string }

const rehearsals = new WeakMap<EstatePlan, Map<Slot, Rehearsed[]>>()

/** The vaults whose backups are rehearsed in another: Azure restores within one subscription only. */
function rehearsedIn(plan: EstatePlan, target: Slot): Rehearsed[] {
  let known = rehearsals.get(plan)
  if (!known) {
    known = new Map()
    const open = plan.slots.filter(({ traits, blueprint }) => traits.purge === 'off' && !blueprint.isProject)
    const bySubscription = Map.groupBy(open, ({ blueprint }) => blueprint.subscription.id)
    for (const { blueprint } of open.filter((slot) => isBackedUp(slot.blueprint.slot))) {
      const others = (bySubscription.get(blueprint.subscription.id) ?? []).filter(
        (slot) => slot.blueprint !== blueprint,
      )
      const chosen = others[Math.floor(fraction(seedOf(plan.seed, 'rehearsal', blueprint.slot), 0) * others.length)]
      if (chosen) known.set(chosen, [...(known.get(chosen) ?? []), { blueprint, vault: plan.nameOf(blueprint) }])
    }
    rehearsals.set(plan, known)
  }
  return known.get(target) ?? []
}
