import { sql } from '#lib/db/open-database.ts'
import type { ObjectVersion } from '#lib/domain/vault-object.ts'
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
  const idByKey = new Map<string, number>()
  for (const key of versionsRead.keys()) {
    const [kind, name] = [key.slice(0, key.indexOf('/')), key.slice(key.indexOf('/') + 1)]
    if (kind !== 'secret' && kind !== 'key' && kind !== 'certificate') continue
    const id = objects.idOf({ kind, name })
    if (id !== undefined) idByKey.set(key, id)
  }
  const readIds = new Set([...idByKey.values(), ...objects.goneIds])
  const wanted = [...versionsRead].flatMap(([key, versions]): Wanted[] => {
    const objectId = idByKey.get(key)
    return objectId === undefined ? [] : versions.map((version) => ({ ...version, objectId }))
  })
  const { ended, begun } = difference(
    recalled.versions.filter(({ objectId }) => readIds.has(objectId)),
    wanted,
    { keyOfRemembered: versionKey, keyOfWanted: versionKey, same },
  )
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
