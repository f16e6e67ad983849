// Objects that were deleted and can still be recovered, for as long as they are listed as such.
import { sql } from '#lib/db/open-database.ts'
import { ownerNamedByObject } from '#lib/domain/owner.ts'
import { objectKey } from '#lib/domain/vault-object.ts'
import { difference } from './difference.ts'
import { endIntervals } from './end-intervals.ts'
import { type ObservedVault, objectsSeen } from '../observed-vault.ts'
import type { Recalled } from './recall-vault.ts'
import type { Place } from './place.ts'

/**
 * Not in a list that was not wholly read proves nothing. To be among the living does: a name is never in both lists, so
 * whatever is seen alive was recovered, or purged and made anew.
 */
export async function rememberDeleted(
  place: Place,
  recalled: Recalled,
  { evidence, deleted }: Pick<ObservedVault, 'evidence' | 'deleted'>,
  ownerTagNames: readonly string[],
): Promise<number> {
  const listed = deleted.status === 'not' ? [] : deleted.value
  const wanted = listed.map(({ tags, ...object }) => ({ ...object, owner: ownerNamedByObject(tags, ownerTagNames) }))
  const { ended: left, begun } = difference(recalled.deleted, wanted, {
    keyOfRemembered: objectKey,
    keyOfWanted: objectKey,
    same: (row, want) =>
      Date.parse(row.deletedAt) === want.deletedAt.getTime() &&
      row.owner === want.owner &&
      (row.scheduledPurgeAt === null
        ? want.scheduledPurgeAt === null
        : Date.parse(row.scheduledPurgeAt) === want.scheduledPurgeAt?.getTime()),
  })
  const begunKeys = new Set(begun.map((row) => objectKey(row.wanted)))
  const aliveKeys = new Set(objectsSeen(evidence).map(objectKey))
  const ended = left.filter(
    (row) => deleted.status === 'read' || begunKeys.has(objectKey(row)) || aliveKeys.has(objectKey(row)),
  )
  const written = await endIntervals(
    place,
    sql`deleted_object`,
    ended.map(({ id }) => id),
  )
  if (begun.length === 0) return written
  return (
    written +
    (await place.tx.$executeRaw(sql`
      insert into deleted_object (vault_id, valid_from, kind, name, name_key, deleted_at, scheduled_purge_at, owner)
      select ${place.vaultId}, ${place.at}, kind::object_kind, name, lower(name), "deletedAt", "scheduledPurgeAt", owner
      from jsonb_to_recordset(${JSON.stringify(begun.map((row) => row.wanted))}::jsonb)
        as row(kind text, name text, "deletedAt" timestamptz, "scheduledPurgeAt" timestamptz, owner text)`))
  )
}
