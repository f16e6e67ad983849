import { sql } from '#lib/db/open-database.ts'
import type { ObjectVersion } from '#lib/domain/vault-object.ts'
import { versionCap } from '../details/remembered-details.ts'
import { difference } from './difference.ts'
import { endIntervals } from './end-intervals.ts'
import type { Recalled, RecalledVersion } from './recall-vault.ts'
import type { RememberedObjects } from './remember-objects.ts'
import type { Place } from './place.ts'

type Wanted = ObjectVersion & { objectId: number }

/** Remembers the versions of the objects whose versions were read now; all others keep what is remembered. */
export async function rememberVersions(
  place: Place,
  recalled: Recalled,
  versionsRead: ReadonlyMap<string, readonly ObjectVersion[]>,
  objects: RememberedObjects,
): Promise<number> {
  const wanted = [...versionsRead].flatMap(([key, versions]): Wanted[] => {
    const objectId = objects.idByKey.get(key)
    return objectId === undefined ? [] : versions.map((version) => ({ ...version, objectId }))
  })
  const readIds = new Set([...[...versionsRead.keys()].map((key) => objects.idByKey.get(key)), ...objects.goneIds])
  const { ended: left, begun } = difference(
    recalled.versions.filter(({ objectId }) => readIds.has(objectId)),
    wanted,
    { keyOfRemembered: versionKey, keyOfWanted: versionKey, same },
  )
  // Of a list that was cut, a version that is no longer in it was only pushed out by others.
  const cut = new Set(
    [...versionsRead].flatMap(([key, { length }]) => (length < versionCap ? [] : [objects.idByKey.get(key)])),
  )
  const begunKeys = new Set(begun.map(({ wanted: version }) => versionKey(version)))
  const ended = left.filter((row) => !cut.has(row.objectId) || begunKeys.has(versionKey(row)))
  const written = await endIntervals(
    place,
    sql`object_version`,
    ended.map(({ id }) => id),
  )
  if (begun.length === 0) return written
  return (
    written +
    (await place.tx.$executeRaw(sql`
      insert into object_version (object_id, vault_id, version, valid_from, enabled, not_before_at, expires_at, created_at, updated_at)
      select "objectId", ${place.vaultId}, version, ${place.at}, enabled, "notBeforeAt", "expiresAt", "createdAt", "updatedAt"
      from jsonb_to_recordset(${JSON.stringify(begun.map((row) => row.wanted))}::jsonb)
        as row("objectId" int, version text, enabled boolean, "notBeforeAt" timestamptz, "expiresAt" timestamptz,
          "createdAt" timestamptz, "updatedAt" timestamptz)`))
  )
}

const versionKey = ({ objectId, version }: { objectId: number; version: string }) => `${objectId}/${version}`

const same = (row: RecalledVersion, version: ObjectVersion) =>
  row.enabled === version.enabled &&
  milliseconds(row.notBeforeAt) === (version.notBeforeAt?.getTime() ?? null) &&
  milliseconds(row.expiresAt) === (version.expiresAt?.getTime() ?? null) &&
  milliseconds(row.updatedAt) === version.updatedAt.getTime()

const milliseconds = (text: string | null) => (text === null ? null : Date.parse(text))
