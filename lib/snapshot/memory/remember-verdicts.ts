import { sql } from '#lib/db/open-database.ts'
import type { ObjectRef } from '#lib/domain/vault-object.ts'
import type { Verdict } from '#lib/domain/verdict.ts'
import type { Owners } from '#lib/engine/tally.ts'
import { canonicalJson } from './content-hash.ts'
import { difference } from './difference.ts'
import { endIntervals } from './end-intervals.ts'
import type { Recalled, RecalledVerdict } from './recall-vault.ts'
import type { Place } from './place.ts'

/**
 * Remembers what fails and what could not be decided; passing and inapplicable verdicts live in the tallies.
 * A finding keeps its `failingSince` while facts change and while its vault is unreadable: not seeing it fixes nothing.
 */
export async function rememberVerdicts(
  place: Place,
  recalled: Recalled,
  verdicts: readonly Verdict[],
  { idOf, ownerOf, vaultOwner }: Owners & { idOf: (object: ObjectRef) => number | undefined },
): Promise<number> {
  const wanted = verdicts.flatMap((verdict) => {
    if (verdict.status !== 'fail' && verdict.status !== 'unknown') return []
    const objectId = verdict.subject === 'vault' ? null : idOf(verdict.subject)
    if (objectId === undefined) throw new Error(`a verdict of ${verdict.ruleId} is about an object nobody saw`)
    return [
      {
        ruleId: verdict.ruleId,
        objectId,
        status: verdict.status,
        because: verdict.because,
        facts: verdict.facts,
        reasonCode: verdict.reason?.code ?? null,
        owner: ownerOf(verdict.subject),
        vaultOwner,
      },
    ]
  })
  const { ended, begun } = difference(recalled.verdicts, wanted, { keyOfRemembered: key, keyOfWanted: key, same })
  const written = await endIntervals(
    place,
    sql`verdict`,
    ended.map(({ id }) => id),
  )
  if (begun.length === 0) return written
  const rows = begun.map(({ wanted: row, previous }) => ({
    ...row,
    failingSince: previous?.failingSince ?? (row.status === 'fail' ? place.at : null),
  }))
  return (
    written +
    (await place.tx.$executeRaw(sql`
      insert into verdict (rule_id, vault_id, object_id, status, valid_from, failing_since, because, facts, reason_code,
        owner, vault_owner)
      select "ruleId", ${place.vaultId}, "objectId", status::remembered_verdict, ${place.at}, "failingSince", because, facts, "reasonCode",
        owner, "vaultOwner"
      from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
        as row("ruleId" text, "objectId" int, status text, "failingSince" timestamptz, because text, facts jsonb, "reasonCode" text,
          owner text, "vaultOwner" text)`))
  )
}

const key = ({ ruleId, objectId }: { ruleId: string; objectId: number | null }) => `${ruleId}/${objectId ?? 'vault'}`

type Wanted = Pick<RecalledVerdict, 'status' | 'because' | 'facts' | 'reasonCode' | 'owner' | 'vaultOwner'>

/** An unknown stays the same while its reason does: its words may name a request that differs each time. */
function same(row: RecalledVerdict, want: Wanted): boolean {
  if (row.status !== want.status || row.reasonCode !== want.reasonCode) return false
  if (row.owner !== want.owner || row.vaultOwner !== want.vaultOwner) return false
  return (
    want.status === 'unknown' ||
    (row.because === want.because && canonicalJson(row.facts) === canonicalJson(want.facts))
  )
}
