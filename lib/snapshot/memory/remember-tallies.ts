import { sql } from '#lib/db/open-database.ts'
import type { TallyCount } from '#lib/engine/tally.ts'
import { difference } from './difference.ts'
import { endIntervals } from './end-intervals.ts'
import type { Recalled } from './recall-vault.ts'
import type { Place } from './place.ts'

/** Remembers how many subjects pass, fail, are unknown or do not apply, per rule and owner. */
export async function rememberTallies(
  place: Place,
  recalled: Recalled,
  counts: readonly TallyCount[],
): Promise<number> {
  const { ended, begun } = difference(recalled.tallies, counts, {
    keyOfRemembered: key,
    keyOfWanted: key,
    same: (row, count) =>
      row.vaultOwner === count.vaultOwner &&
      row.pass === count.pass &&
      row.fail === count.fail &&
      row.unknown === count.unknown &&
      row.notApplicable === count.notApplicable,
  })
  const written = await endIntervals(
    place,
    sql`tally`,
    ended.map(({ id }) => id),
  )
  if (begun.length === 0) return written
  return (
    written +
    (await place.tx.$executeRaw(sql`
      insert into tally (vault_id, valid_from, rule_id, owner, vault_owner, pass, fail, unknown, not_applicable)
      select ${place.vaultId}, ${place.at}, "ruleId", owner, "vaultOwner", pass, fail, unknown, "notApplicable"
      from jsonb_to_recordset(${JSON.stringify(begun.map(({ wanted }) => wanted))}::jsonb)
        as row("ruleId" text, owner text, "vaultOwner" text, pass int, fail int, unknown int, "notApplicable" int)`))
  )
}

const key = ({ ruleId, owner }: { ruleId: string; owner: string | null }) => `${ruleId}/${owner ?? ''}`
