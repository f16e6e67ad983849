// What a test or a story changed on top of the generated estate: kept in order, each holding from its instant on.
import { amendObjects } from './amended-objects.ts'
import { amendVaults } from './amended-vaults.ts'
import type { Amendment, Estate, VaultObject, Workspace } from './organization.ts'

type LateLog = Extract<Amendment, { kind: 'late-log' }>

export function createAmendments() {
  let made: Exclude<Amendment, LateLog>[] = []
  // When rows arrive changes nothing about what is there, nor about what the rows say.
  let lateLogs: LateLog[] = []
  let revision = 0
  const activeAt = (at: number) => made.filter(({ from }) => from.getTime() <= at)

  return {
    add(amendment: Amendment) {
      if (amendment.kind === 'late-log') {
        lateLogs = [...lateLogs, amendment]
        return
      }
      made = [...made, amendment]
      revision++
    },
    undoAll() {
      made = []
      lateLogs = []
      revision++
    },

    /** '' as long as nothing is amended at that instant; otherwise a key that changes with what is. */
    keyAt(at: number): string {
      const active = activeAt(at).length
      return active === 0 ? '' : `${revision}.${active}`
    },

    /** The instants within a stretch at which something changes. */
    instantsWithin: (from: number, to: number) =>
      made.map((amendment) => amendment.from.getTime()).filter((at) => at > from && at < to),

    /** What has not arrived in a workspace at an instant. */
    lateLogsOf: ({ customerId, id, name }: Workspace, at: number): LateLog[] =>
      lateLogs.filter(
        ({ workspace, arrivesAt }) =>
          [customerId, id, name].some((form) => form.toLowerCase() === workspace.toLowerCase()) &&
          at < arrivesAt.getTime(),
      ),

    readsAt: (at: number) => activeAt(at).filter((amendment) => amendment.kind === 'reads'),

    estate: (estate: Estate, at: number): Estate => amendVaults(estate, activeAt(at)),

    /** Null when there is no such vault, neither generated nor amended. */
    objects: (vault: string, objects: VaultObject[] | null, at: number): VaultObject[] | null =>
      amendObjects(vault, objects, activeAt(at)),

    /** Whether something was said about this very object: then its generated habits no longer hold. */
    concerns: (vault: string, object: { kind: VaultObject['kind']; name: string }, at: number): boolean =>
      activeAt(at).some(
        (amendment) =>
          (amendment.kind === 'object' &&
            amendment.vault === vault &&
            amendment.object.name === object.name &&
            amendment.object.kind === object.kind) ||
          (amendment.kind === 'vault' && amendment.vault.name === vault && amendment.objects !== undefined),
      ),
  }
}

export type Amendments = ReturnType<typeof createAmendments>
