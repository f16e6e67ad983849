// Objects and their states: new, changed, gone, come back.
import { sql } from '#lib/db/open-database.ts'
import type { Evidence } from '#lib/domain/evidence.ts'
import { ownerNamedByObject } from '#lib/domain/owner.ts'
import { type ObjectRef, objectKey, type VaultObject } from '#lib/domain/vault-object.ts'
import { contentHash } from './content-hash.ts'
import { difference } from './difference.ts'
import { endIntervals } from './end-intervals.ts'
import { absenceProves, objectsSeen } from '../observed-vault.ts'
import type { Recalled } from './recall-vault.ts'
import type { Place } from './place.ts'

export type RememberedObjects = {
  written: number
  /** Ids of the objects that are remembered now, by `objectKey`. */
  idByKey: ReadonlyMap<string, number>
  idOf: (object: ObjectRef) => number | undefined
  /** The owner the object's own tag names, seen now or last. */
  ownerOf: (object: ObjectRef) => string | null
  goneIds: readonly number[]
}

export async function rememberObjects(
  place: Place,
  recalled: Recalled,
  evidence: Evidence,
  ownerTagNames: readonly string[],
): Promise<RememberedObjects> {
  const seen = objectsSeen(evidence).map((object) => stateOf(object, ownerTagNames))
  const { ended, begun } = difference(recalled.objects, seen, {
    keyOfRemembered: objectKey,
    keyOfWanted: objectKey,
    same: (row, state) => row.hash === state.hash,
  })
  const begunKeys = new Set(begun.map(({ wanted }) => objectKey(wanted)))
  const superseded = ended.filter((row) => begunKeys.has(objectKey(row)))
  // Not in a list that broke off, or that was refused, is not gone: the state holds on, as last seen.
  const gone = ended.filter((row) => !begunKeys.has(objectKey(row)) && absenceProves(evidence, row))
  const goneIds = gone.map(({ objectId }) => objectId)

  let written = await endIntervals(
    place,
    sql`object_state`,
    [...superseded, ...gone].map(({ stateId }) => stateId),
  )
  const ids = new Map(recalled.objects.map((row) => [objectKey(row), row.objectId]))
  const unknown = begun.filter(({ previous }) => previous === null).map(({ wanted }) => wanted)
  for (const row of await identify(place, unknown)) ids.set(objectKey(row), row.id)
  if (goneIds.length > 0) {
    await place.tx.$executeRaw(sql`update vault_object set gone_at = ${place.at} where id = any(${goneIds}::int[])`)
  }
  written += await insertStates(
    place,
    begun.map(({ wanted }) => ({ objectId: ids.get(objectKey(wanted)), ...wanted })),
  )

  const owners = new Map<string, string | null>(recalled.objects.map((row) => [objectKey(row), row.owner]))
  for (const state of seen) owners.set(objectKey(state), state.owner)
  return {
    written,
    idByKey: ids,
    idOf: (object) => ids.get(objectKey(object)),
    ownerOf: (object) => owners.get(objectKey(object)) ?? null,
    goneIds,
  }
}

function stateOf(object: VaultObject, ownerTagNames: readonly string[]) {
  return { ...object, owner: ownerNamedByObject(object.tags, ownerTagNames), hash: contentHash(object) }
}

type State = ReturnType<typeof stateOf>

/** Makes sure each object has an identity; one that was gone and is back keeps its old one, and with it its history. */
async function identify({ tx, vaultId, at }: Place, objects: readonly State[]) {
  if (objects.length === 0) return []
  return tx.$queryRaw<(ObjectRef & { id: number })[]>(sql`
    insert into vault_object (vault_id, kind, name, name_key, seen_first_at)
    select ${vaultId}, kind::object_kind, name, lower(name), ${at}
    from jsonb_to_recordset(${JSON.stringify(objects)}::jsonb) as row(kind text, name text)
    on conflict (vault_id, kind, name_key) do update set gone_at = null
    returning id, kind, name`)
}

/**
 * With the earliest expiry the version was ever seen with, from all its earlier states: also those from before it was deleted
 * and recovered. `least` looks past null, so a version that once had no expiry has the first it was given.
 */
async function insertStates({ tx, vaultId, at }: Place, states: readonly object[]): Promise<number> {
  if (states.length === 0) return 0
  return tx.$executeRaw(sql`
    insert into object_state (object_id, vault_id, valid_from, hash, enabled, not_before_at, expires_at, created_at, updated_at,
      content_type, managed, recovery_level, owner, tags, earliest_expires_at)
    select "objectId", ${vaultId}, ${at}, hash, enabled, "notBeforeAt", "expiresAt", "createdAt", "updatedAt",
      "contentType", managed, "recoveryLevel", owner, tags,
      least("expiresAt", (
        select min(before.earliest_expires_at) from object_state before
        where before.object_id = "objectId" and before.created_at = "createdAt"))
    from jsonb_to_recordset(${JSON.stringify(states)}::jsonb)
      as row("objectId" int, hash text, enabled boolean, "notBeforeAt" timestamptz, "expiresAt" timestamptz, "createdAt" timestamptz,
        "updatedAt" timestamptz, "contentType" text, managed boolean, "recoveryLevel" text, owner text, tags jsonb)`)
}
