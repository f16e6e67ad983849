// How keys and certificates renew themselves and what key they have. What was not read now holds as it was read last.
import { sql } from '#lib/db/open-database.ts'
import { objectKey } from '#lib/domain/vault-object.ts'
import { difference } from './difference.ts'
import { endIntervals } from './end-intervals.ts'
import { type ObservedVault, objectsSeen } from '../observed-vault.ts'
import { isSameVersion, recalledAbout } from './recalled-about.ts'
import type { Recalled, RecalledDetail } from './recall-vault.ts'
import type { RememberedObjects } from './remember-objects.ts'
import type { Place } from './place.ts'

type Wanted = Omit<RecalledDetail, 'id'>

/** Remembers the details that were read now. A call that failed leaves what is known; a new version has another key. */
export async function rememberDetails(
  place: Place,
  recalled: Recalled,
  { evidence, readNow }: Pick<ObservedVault, 'evidence' | 'readNow'>,
  { idByKey, goneIds }: RememberedObjects,
): Promise<number> {
  const about = recalledAbout(recalled)
  const wanted = objectsSeen(evidence).flatMap((object): Wanted[] => {
    const objectId = idByKey.get(objectKey(object))
    if (object.kind === 'secret' || objectId === undefined) return []
    const known = about(object)
    const { detail } = known
    const isSame = isSameVersion(known, object)
    const renewal = readNow.renewals.get(objectKey(object))
    const material = readNow.keyMaterial.get(objectKey(object))
    const row = {
      objectId,
      ...(renewal
        ? { renewsItself: renewal.automatic, renewalTrigger: renewal.trigger, issuer: renewal.issuer }
        : {
            renewsItself: detail?.renewsItself ?? null,
            renewalTrigger: detail?.renewalTrigger ?? null,
            issuer: detail?.issuer ?? null,
          }),
      ...(material
        ? { keyType: material.type, keyBits: material.bits, keyCurve: material.curve }
        : {
            keyType: isSame ? (detail?.keyType ?? null) : null,
            keyBits: isSame ? (detail?.keyBits ?? null) : null,
            keyCurve: isSame ? (detail?.keyCurve ?? null) : null,
          }),
    }
    return row.renewsItself === null && row.keyType === null ? [] : [row]
  })
  const seenIds = new Set([...wanted.map(({ objectId }) => objectId), ...goneIds])
  const { ended, begun } = difference(
    recalled.details.filter(({ objectId }) => seenIds.has(objectId)),
    wanted,
    { keyOfRemembered: key, keyOfWanted: key, same },
  )
  const written = await endIntervals(
    place,
    sql`object_detail`,
    ended.map(({ id }) => id),
  )
  if (begun.length === 0) return written
  return (
    written +
    (await place.tx.$executeRaw(sql`
      insert into object_detail (object_id, vault_id, valid_from, renews_itself, renewal_trigger, issuer, key_type, key_bits, key_curve)
      select "objectId", ${place.vaultId}, ${place.at}, "renewsItself", "renewalTrigger", issuer, "keyType", "keyBits", "keyCurve"
      from jsonb_to_recordset(${JSON.stringify(begun.map((row) => row.wanted))}::jsonb)
        as row("objectId" int, "renewsItself" boolean, "renewalTrigger" text, issuer text, "keyType" text, "keyBits" int, "keyCurve" text)`))
  )
}

const key = ({ objectId }: Wanted) => String(objectId)

const same = (row: RecalledDetail, want: Wanted) =>
  row.renewsItself === want.renewsItself &&
  row.renewalTrigger === want.renewalTrigger &&
  row.issuer === want.issuer &&
  row.keyType === want.keyType &&
  row.keyBits === want.keyBits &&
  row.keyCurve === want.keyCurve
