import type { Tags } from './tags.ts'
import type { ObjectRef } from './vault-object.ts'

/** An object that was deleted and can still be recovered. The secret and key of a deleted certificate are not among them. */
export type DeletedObject = ObjectRef & {
  deletedAt: Date
  /** Null: Azure does not say, as for a vault that predates soft delete. */
  scheduledPurgeAt: Date | null
  tags: Tags
}

/** A vault that was deleted and can still be recovered. */
export type DeletedVault = {
  /** ARM id of the vault it was, lower case. */
  resourceId: string
  name: string
  subscriptionId: string
  location: string
  deletedAt: Date
  scheduledPurgeAt: Date
  purgeProtected: boolean
  tags: Tags
}
