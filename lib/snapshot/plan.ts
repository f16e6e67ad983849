// What a run is going to look at, and what is asked for all vaults at once, found out before it looks at the first.
import type { Azure } from '#lib/azure/azure.ts'
import { eventTopicsOf, listEventTopics } from '#lib/azure/list-event-topics.ts'
import { listValueRoles } from '#lib/azure/list-value-roles.ts'
import { listVaults } from '#lib/azure/list-vaults.ts'
import { listWorkspaces } from '#lib/azure/list-workspaces.ts'
import type { Database } from '#lib/db/open-database.ts'
import type { UnreadReason } from '#lib/domain/observed.ts'
import type { Vault } from '#lib/domain/vault.ts'
import { type AccessLogs, openAccessLogs } from './access-log.ts'
import type { Begun } from './begin.ts'
import type { Shares } from './observe-vault.ts'
import { recallOwnCalls } from './memory/recall-own-calls.ts'
import { rememberListedVaults } from './memory/remember-plan.ts'
import type { Remember } from './memory/while-ours.ts'
import { vaultsOutOfSight } from './vaults-out-of-sight.ts'

export type Plan = {
  /** Vaults that are still to be read: all of them, unless the run goes on after an interruption. */
  waiting: Vault[]
  /** Vaults that are there, but whose own row makes no sense. */
  unreadable: { resourceId: string; name: string; reason: UnreadReason }[]
  /** Vaults that are remembered and not listed, and of which nobody can tell whether they are gone; still to be taken. */
  unseen: { resourceId: string; name: string; reason: UnreadReason }[]
  vaultsTotal: number
  /** Id by ARM id. */
  vaultIds: ReadonlyMap<string, number>
  /** Of every vault that is there, or may be. */
  standingIds: number[]
  listedResourceIds: ReadonlySet<string>
  subscriptionIds: readonly string[]
  /** Whether a subscription cannot be seen, though nobody left it out. */
  isOutOfSight: (subscriptionId: string) => boolean
  shares: Shares
  accessLogs: AccessLogs
  /**
   * Rows without even an id have no identity to remember them by, and a subscription that cannot be seen hides all its
   * vaults at once; they are told, and the snapshot is partial.
   */
  problems: string[]
}

/** Throws EstateUnreadable when the list of vaults cannot be had: without it nothing can be said, not even what is gone. */
export async function planSnapshot(
  db: Database,
  remember: Remember,
  azure: Azure,
  { snapshotId, capturedAt, resumed, policy }: Begun,
): Promise<Plan> {
  const [own, ownCalls, listing, workspaces, eventTopics] = await Promise.all([
    azure.ownIdentity(),
    recallOwnCalls(db, capturedAt),
    listVaults(azure),
    listWorkspaces(azure),
    listEventTopics(azure),
  ])
  const valueRoles = await listValueRoles(azure, listing.managementGroupIdsOf)
  const seenSubscriptions = new Set(listing.subscriptionIds)
  const nameless = listing.unreadable.filter(({ resourceId }) => resourceId === '')
  const unreadable = listing.unreadable.filter(({ resourceId }) => resourceId !== '')
  const listed = [...listing.vaults, ...unreadable]
  const ids = await rememberListedVaults(remember, listed, capturedAt)
  const vaultIds = new Map([...ids].map(([resourceId, { id }]) => [resourceId, id]))
  const { isOutOfSight } = listing
  const listedResourceIds = new Set(listed.map(({ resourceId }) => resourceId))
  const hidden = vaultsOutOfSight(ids, { listedResourceIds, isOutOfSight })
  const isWaiting = ({ resourceId }: { resourceId: string }) =>
    !resumed || ids.get(resourceId)?.observedIn !== snapshotId
  const accessLogs = openAccessLogs({ db, remember, azure, workspaces, vaultIds, capturedAt, policy, own })
  return {
    waiting: listing.vaults.filter(isWaiting),
    unreadable,
    // One that was read before the interruption was seen in this snapshot, wherever it went since.
    unseen: hidden.vaults.filter(isWaiting),
    vaultsTotal: listed.length + hidden.vaults.length,
    vaultIds,
    standingIds: [...listed, ...hidden.vaults].flatMap(({ resourceId }) => vaultIds.get(resourceId) ?? []),
    listedResourceIds,
    subscriptionIds: listing.subscriptionIds,
    isOutOfSight,
    shares: {
      accessLogOf: accessLogs.of,
      ownCallsOf: ({ resourceId }) => ({ madeAt: ownCalls.get(vaultIds.get(resourceId) ?? 0) ?? null }),
      valueRoles,
      eventTopicsOf: (vault) => eventTopicsOf(eventTopics, vault, seenSubscriptions),
    },
    accessLogs,
    problems: [...nameless.map(({ reason }) => `a vault without an id: ${reason.detail}`), ...hidden.problems],
  }
}
