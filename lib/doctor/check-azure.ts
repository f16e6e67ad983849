// Each service that is asked for the whole estate: who Kempt is there, and what it sees of it.
import type { Azure } from '#lib/azure/azure.ts'
import { EstateUnreadable } from '#lib/azure/estate-unreadable.ts'
import { listDeletedVaults } from '#lib/azure/list-deleted-vaults.ts'
import { listEventTopics } from '#lib/azure/list-event-topics.ts'
import { listValueRoles } from '#lib/azure/list-value-roles.ts'
import { type EstateListing, listVaults } from '#lib/azure/list-vaults.ts'
import { listWorkspaces, type LogWorkspace } from '#lib/azure/list-workspaces.ts'
import { unreadReason } from '#lib/azure/unread-reason.ts'
import type { Observed } from '#lib/domain/observed.ts'
import { broken, type Check, good, unsure } from './check.ts'

/** What single vaults are looked at with. */
export type SeenEstate = {
  /** Object id of the identity Kempt reads with; null when its token does not say. */
  principalId: string | null
  listing: EstateListing
  workspaces: readonly LogWorkspace[]
}

/** `estate` is null when there is none to go on with; the checks then say why. */
export async function checkAzure(azure: Azure): Promise<{ checks: Check[]; estate: SeenEstate | null }> {
  const who = await checkIdentity(azure)
  if (who.check.standing === 'broken') return { checks: [who.check], estate: null }
  try {
    const [listing, workspaces] = await Promise.all([listVaults(azure), listWorkspaces(azure)])
    const found = vaultsFound(listing)
    const [roles, topics, deleted] = await Promise.all([
      listValueRoles(azure, listing.managementGroupIdsOf),
      listEventTopics(azure),
      listDeletedVaults(azure, listing.subscriptionIds),
    ])
    const checks = [
      who.check,
      found,
      asCheck('role assignments', roles),
      asCheck('event topics', topics),
      deleted.failures[0]
        ? unsure(
            'azure',
            'deleted vaults',
            `Of ${deleted.failures.length} subscriptions not told: ${deleted.failures[0].reason.detail}`,
          )
        : good('azure', 'deleted vaults', `${deleted.vaults.length} are kept.`),
      good('azure', 'Log Analytics', `${workspaces.length} workspaces can be seen.`),
    ]
    return { checks, estate: { principalId: who.objectId, listing, workspaces } }
  } catch (failure) {
    if (!(failure instanceof EstateUnreadable)) throw failure
    return { checks: [who.check, broken('azure', 'Resource Graph', failure.message)], estate: null }
  }
}

async function checkIdentity(azure: Azure): Promise<{ check: Check; objectId: string | null }> {
  try {
    const identity = await azure.ownIdentity()
    const objectId = identity?.objectId ?? null
    if (!objectId) return { check: unsure('azure', 'identity', 'Its token does not say who it is.'), objectId }
    return { check: good('azure', 'identity', `Kempt reads as the principal ${objectId}.`), objectId }
  } catch (failure) {
    const { detail } = unreadReason(failure, 'a token of the identity Kempt reads with')
    return { check: broken('azure', 'identity', detail), objectId: null }
  }
}

/** Azure leaves out what an identity may not see, so an empty list is what missing roles look like. */
function vaultsFound({ vaults, unreadable, subscriptionIds }: EstateListing): Check {
  const count = vaults.length + unreadable.length
  if (count > 0)
    return good('azure', 'Resource Graph', `${count} vaults in ${subscriptionIds.length} subscriptions can be seen.`)
  const says =
    subscriptionIds.length === 0
      ? 'No subscription can be seen. Give the identity the role Reader on the management group that holds yours.'
      : `No vault can be seen in ${subscriptionIds.length} subscriptions: there is none, or the role Reader is missing.`
  return broken('azure', 'Resource Graph', says)
}

const asCheck = (subject: string, observed: Observed<unknown>): Check =>
  observed.status === 'read'
    ? good('azure', subject, 'They can be listed.')
    : unsure('azure', subject, observed.reason.detail)
