// All the rows that one workspace receives on one day (UTC), in order of time.
import type { Access, Estate, Vault } from '../organization.ts'
import { dayMs } from '../rhythm.ts'
import { seedOf } from '../seeded-random.ts'
import { bringsAuditTo } from '../vaults/diagnostic-settings.ts'
import { changesOf, writeDeletion, writeSettingsChanges } from './settings-rows.ts'
import { doersOf, type Piece, type Source, writeVault } from './rows-of-vault.ts'

export function accessesOfDay(source: Source, workspaceCustomerId: string, dayAt: number): Access[] {
  // What was amended in the middle of the day holds from there on, so the day is told in pieces.
  const cuts = [...new Set([dayAt, ...source.amendments.instantsWithin(dayAt, dayAt + dayMs), dayAt + dayMs])].sort(
    (a, b) => a - b,
  )
  const rows: Access[] = []
  for (const [place, from] of cuts.slice(0, -1).entries()) {
    const to = cuts[place + 1] ?? from
    for (const row of accessesOfPiece(source, workspaceCustomerId, { dayAt, from, to })) {
      const at = row.at.getTime()
      if (at >= from && at < to) rows.push(row)
    }
  }
  return rows.sort((a, b) => a.at.getTime() - b.at.getTime())
}

function accessesOfPiece(source: Source, customerId: string, piece: Piece): Access[] {
  const { dayAt, from, to } = piece
  const estate = source.estateAt(from)
  const workspace = estate.workspaces.find((each) => each.customerId === customerId)
  if (!workspace) return []
  const rows: Access[] = []
  for (const vault of estate.vaults) {
    const slot = source.plan.slotOf(vault.name)
    if (slot?.traits.isSilent || !vault.diagnosticSettings.some((each) => bringsAuditTo(each, workspace.id))) continue
    const log = { vault, dayAt, seed: seedOf(source.plan.seed, 'day', vault.name, dayAt / dayMs), rows }
    const vaultAt = (at: number) => vaultsByName(source.estateAt(at)).get(vault.name)
    const doers = doersOf(source.plan, slot)
    writeSettingsChanges(log, changesOf(vaultAt, from, to), doers)
    if (!vaultAt(to)) writeDeletion(log, to, slot?.blueprint.isProject ? doers.pipeline : doers.person)
    writeVault(source, log, slot, piece)
  }
  return rows
}

const byName = new WeakMap<Estate, Map<string, Vault>>()

function vaultsByName(estate: Estate): Map<string, Vault> {
  const known = byName.get(estate) ?? new Map(estate.vaults.map((vault) => [vault.name, vault]))
  byName.set(estate, known)
  return known
}
