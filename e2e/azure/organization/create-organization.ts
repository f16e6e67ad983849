// Halden Freight, a haulier of the middle size: everything about it that the imitated Azure can be asked.
// A pure function of seed, size and instant; what is kept in memory is only there to be fast.
import { createHash } from 'node:crypto'
import { accessesOfDay } from './accesses/accesses-of-day.ts'
import type { Source } from './accesses/rows-of-vault.ts'
import { createAmendments } from './amendments.ts'
import { boundedMemo } from './bounded-memo.ts'
import { kemptRegistration } from './company/kempt.ts'
import { domain } from './company/teams.ts'
import { createEstatePlan } from './estate-plan.ts'
import type { Access, Estate, Organization, VaultObject } from './organization.ts'
import { dayMs, hourMs } from './rhythm.ts'

export type Size = {
  seed: string
  vaults: number
  /** On average; fifty unless told. */
  objectsPerVault?: number
}

export type AmendableOrganization = Organization & {
  /** Back to what was generated. */
  undoAmendments(): void
}

export function createOrganization({ seed, vaults, objectsPerVault = 50 }: Size): AmendableOrganization {
  const plan = createEstatePlan({ seed, vaults, mean: objectsPerVault })
  const amendments = createAmendments()
  // What one question after the other comes back to; a whole history of it would fill the memory.
  const estates = boundedMemo<Estate>(45_000, ({ vaults }) => vaults.length + 4000)
  const contents = boundedMemo<VaultObject[]>(5000, (objects) => objects.length + 1)
  const days = boundedMemo<Access[]>(40_000, (rows) => rows.length + 1)

  function estateAt(at: number): Estate {
    const hour = Math.floor(at / hourMs) * hourMs
    const generated = estates.get(`${hour}`, () => plan.estateAt(hour))
    const amended = amendments.keyAt(at)
    return amended === '' ? generated : estates.get(`${hour} ${amended}`, () => amendments.estate(generated, at))
  }

  const wholeSecond = (at: number) => Math.floor(at / 1000) * 1000

  function objectsAt(vault: string, at: number): VaultObject[] {
    const objects = amendments.objects(vault, plan.objectsAt(vault, wholeSecond(at)), at)
    if (!objects) throw new Error(`there is no vault ${vault} at ${new Date(at).toISOString()}`)
    return objects
  }

  const source: Source = { plan, amendments, estateAt, objectsAt }
  const dayOf = (workspace: string, dayAt: number) =>
    // Up to and with its end: what is gone at midnight was deleted the day before.
    days.get(`${workspace} ${dayAt} ${amendments.keyAt(dayAt + dayMs)}`, () => accessesOfDay(source, workspace, dayAt))

  return {
    tenantId: plan.tenantId,
    tenantName: 'Halden Freight',
    domain,
    kempt: kemptRegistration(seed),
    kemptIdentity: plan.kemptIdentity,
    people: plan.people,
    estateAt: (instant) => estateAt(instant.getTime()),
    objectsAt(vaultName, instant) {
      const at = instant.getTime()
      const key = `${vaultName} ${wholeSecond(at)} ${amendments.keyAt(at)}`
      return contents.get(key, () => objectsAt(vaultName, at))
    },
    accesses(workspaceCustomerId, from, to) {
      const [first, end] = [from.getTime(), to.getTime()]
      const rows: Access[] = []
      for (let dayAt = Math.floor(first / dayMs) * dayMs; dayAt < end; dayAt += dayMs) {
        const day = dayOf(workspaceCustomerId, dayAt)
        const isWhole = dayAt >= first && dayAt + dayMs <= end
        for (const row of day) {
          if (isWhole || (row.at.getTime() >= first && row.at.getTime() < end)) rows.push(row)
        }
      }
      return rows
    },
    lateLogs(workspaceCustomerId, now) {
      const workspace = plan.workspaces.find(({ customerId }) => customerId === workspaceCustomerId)
      return workspace ? amendments.lateLogsOf(workspace, now.getTime()) : []
    },
    valueOf(vaultName, kind, name, version) {
      const hash = createHash('sha256').update([seed, vaultName, kind, name, version].join('\n')).digest('hex')
      return `CANARY-${hash.slice(0, 40)}`
    },
    amend: (amendment) => amendments.add(amendment),
    undoAmendments: () => amendments.undoAll(),
  }
}
