// The one place that says what changed between two instants: the list, its counts and its exports are all built on it, so
// that they cannot differ.
import { joinSql, type Sql, sql } from '#lib/db/open-database.ts'
import type { Scope } from '#lib/domain/scope.ts'
import { none } from '../findings/finding-filter.ts'
import { withinScope } from '../within-scope.ts'
import { type ChangeFilter, type ChangeKind, type ChangeQuestion, changeKinds } from './change-filter.ts'
import { becameUnreadable, readableAgain } from './coverage-changes.ts'
import { fixed, newlyFailing } from './finding-changes.ts'
import { type Between, holdsAt } from './held-between.ts'
import {
  editedObjects,
  extendedObjects,
  goneObjects,
  newObjects,
  objectPairs,
  recoveredObjects,
  rotatedObjects,
} from './object-changes.ts'
import { ownerOfObjects, ownerOfVaults } from './owner-changes.ts'
import { goneVaults, newVaults, recoveredVaults, setOtherwise, vaultPairs } from './vault-changes.ts'
import { waived, waiverEnded } from './waiver-changes.ts'

/** Subqueries of the same columns: change, vault_id, object_id, rule_id, part, changed_at, detail. */
const made: Record<ChangeKind, readonly ((between: Between) => Sql)[]> = {
  failing: [newlyFailing],
  fixed: [fixed],
  unreadable: [becameUnreadable],
  readable: [readableAgain],
  new: [newObjects, newVaults],
  gone: [goneObjects, goneVaults],
  recovered: [recoveredObjects, recoveredVaults],
  rotated: [rotatedObjects],
  extended: [extendedObjects],
  edited: [editedObjects],
  settings: [setOtherwise],
  owner: [ownerOfObjects, ownerOfVaults],
  waived: [waived],
  'waiver-ended': [waiverEnded],
}

/**
 * A subquery, one row per subject and change (a finding or a waiver is one of its rule, a part of a vault one of its own):
 * `key` names the row, `subject` what it is about (o12 for an object, v3 for a vault). Only what was the person's at
 * `from` or is at `to`. The secret and the key behind a certificate are left out: the certificate is their line.
 */
export function changesBetween(scope: Scope, { from, to, filter }: ChangeQuestion): Sql {
  const wanted = filter.changes.length > 0 ? filter.changes : changeKinds
  const kinds = wanted.flatMap((kind) => made[kind]).map((subquery) => subquery({ from, to }))
  return sql`
    with vault_pair as materialized (${vaultPairs({ from, to })}),
    object_pair as materialized (${objectPairs({ from, to })})
    select
      concat_ws('/', c.change, case when o.id is null then 'v' || v.vault_id else 'o' || o.id end, c.rule_id, c.part) as key,
      c.change, case when o.id is null then 'v' || v.vault_id else 'o' || o.id end as subject,
      coalesce(o.kind::text, 'vault') as kind, coalesce(o.name, v.name) as name, v.name as vault_name, v.resource_id,
      c.rule_id, r.failing, r.severity, c.part, c.changed_at, c.detail,
      case when o.id is null then v.stands_after else b.id is not null end as stands_after,
      w.owner_before, case when w.there_after then w.owner_after else w.owner_before end as owner,
      v.environment, v.subscription_id, v.subscription_name
    from (${joinSql(kinds, ' union all ')}) c
    join vault_pair v on v.vault_id = c.vault_id
    left join vault_object o on o.id = c.object_id
    left join object_state a on a.object_id = c.object_id and ${holdsAt(from, sql`a`)}
    left join object_state b on b.object_id = c.object_id and ${holdsAt(to, sql`b`)}
    left join rule r on r.id = c.rule_id
    cross join lateral (
      select case when o.id is null then v.a_id is not null else a.id is not null end as there_before,
        case when o.id is null then v.b_id is not null else b.id is not null end as there_after,
        case when o.id is null or a.id is not null then coalesce(a.owner, v.a_owner) end as owner_before,
        case when o.id is null or b.id is not null then coalesce(b.owner, v.b_owner) end as owner_after) w
    where (o.id is null or o.kind = 'certificate' or (a.managed is distinct from true and b.managed is distinct from true))
      and ${withinScope(scope, sql`a.owner`, sql`b.owner`, sql`v.a_owner`, sql`v.b_owner`)} and ${about(filter)}`
}

const lower = (text: string) => text.toLowerCase()

/** The conditions on a change and its subject. */
function about({ kinds, rules, severities, vault, owner, subscriptions, environments, text }: ChangeFilter): Sql {
  const conditions = [
    kinds.length > 0 && sql`coalesce(o.kind::text, 'vault') = any(${[...kinds]})`,
    rules.length > 0 && sql`c.rule_id = any(${[...rules]})`,
    severities.length > 0 && sql`r.severity = any(${[...severities]}::severity[])`,
    vault !== null && sql`lower(v.name) = ${lower(vault)}`,
    owner !== null &&
      // Nobody owned what was not there.
      (owner === none
        ? sql`((w.there_before and w.owner_before is null) or (w.there_after and w.owner_after is null))`
        : sql`(w.owner_before = ${lower(owner)} or w.owner_after = ${lower(owner)})`),
    subscriptions.length > 0 &&
      sql`(v.subscription_id = any(${[...subscriptions]}) or lower(v.subscription_name) = any(${subscriptions.map(lower)}))`,
    environments.length > 0 &&
      sql`(v.environment = any(${environments.map(lower)}) or (${environments.includes(none)} and v.environment is null))`,
    text !== null &&
      sql`(position(${lower(text)} in lower(v.name)) > 0 or position(${lower(text)} in coalesce(o.name_key, '')) > 0)`,
  ]
  return joinSql([sql`true`, ...conditions.filter((wanted) => wanted !== false)], ' and ')
}
