// Vaults that came, went, came back, or are set otherwise. Each is a subquery with the columns of a change.
import { type Sql, sql } from '#lib/db/open-database.ts'
import { type Between, holdsAt } from './held-between.ts'

/**
 * A subquery, one row per vault: `stood_before` and `stands_after` say at which instants it was there, `a_…` how it was
 * at `from`, `b_…` how it is at `to`. A vault whose own row could never be read is there by its observations.
 */
export function vaultPairs({ from, to }: Between): Sql {
  const observed = (at: Date) => sql`exists (
    select from observation o where o.vault_id = v.id and ${holdsAt(at, sql`o`)})`
  return sql`
    select v.id as vault_id, v.name, v.resource_id, v.seen_first_at,
      (a.id is not null or ${observed(from)}) as stood_before, (b.id is not null or ${observed(to)}) as stands_after,
      a.id as a_id, a.owner as a_owner, a.settings as a_settings, a.tags as a_tags,
      b.id as b_id, b.owner as b_owner, b.settings as b_settings, b.tags as b_tags, b.valid_from as b_since,
      case when b.id is null then a.environment else b.environment end as environment,
      coalesce(b.subscription_id, a.subscription_id) as subscription_id,
      coalesce(b.subscription_name, a.subscription_name) as subscription_name
    from vault v
    left join vault_state a on a.vault_id = v.id and ${holdsAt(from, sql`a`)}
    left join vault_state b on b.vault_id = v.id and ${holdsAt(to, sql`b`)}
    where v.seen_first_at <= ${to}`
}

const change = (kind: string, changedAt: Sql, detail: Sql) => sql`
  select ${kind} as change, p.vault_id, null::int as object_id, null::text as rule_id, null::text as part,
    ${changedAt} as changed_at, ${detail} as detail
  from vault_pair p`

/** There at `to`, and never seen before `from`. */
export const newVaults = ({ from }: Between): Sql => sql`
  ${change('new', sql`p.seen_first_at`, sql`'{}'::jsonb`)}
  where not p.stood_before and p.stands_after and p.seen_first_at > ${from}`

/** There at `to`, not at `from`, and known from before: it had been deleted. */
export const recoveredVaults = ({ from, to }: Between): Sql => sql`
  ${change(
    'recovered',
    sql`(select min(o.valid_from) from observation o where o.vault_id = p.vault_id and o.valid_from > ${from} and o.valid_from <= ${to})`,
    sql`'{}'::jsonb`,
  )}
  where not p.stood_before and p.stands_after and p.seen_first_at <= ${from}`

/** There at `from`, not at `to`. Says when Azure purges it while it is listed among what is deleted. */
export const goneVaults = ({ to }: Between): Sql => sql`
  ${change(
    'gone',
    sql`(select max(o.valid_to) from observation o where o.vault_id = p.vault_id and o.valid_to <= ${to})`,
    sql`jsonb_build_object('deletedAt', d.deleted_at, 'purgeAt', d.scheduled_purge_at)`,
  )}
  left join lateral (
    select d.deleted_at, d.scheduled_purge_at from deleted_vault d
    where d.resource_id = p.resource_id and ${holdsAt(to, sql`d`)}
    order by d.deleted_at desc limit 1) d on true
  where p.stood_before and not p.stands_after`

/** There at both, set otherwise: which of its settings, and which of its tags, in what way. */
export const setOtherwise = ({ from, to }: Between): Sql => sql`
  ${change(
    'settings',
    sql`(
      select min(h.valid_from) from vault_state h
      where h.vault_id = p.vault_id and h.valid_from > ${from} and h.valid_from <= ${to}
        and h.settings = p.b_settings and h.tags = p.b_tags)`,
    sql`jsonb_build_object('fields', f.fields)`,
  )}
  cross join lateral (
    select jsonb_agg(
      jsonb_build_object('field', field, 'name', name, 'before', before, 'after', after) order by place, field, name) as fields
    from (
      select 1, s.name, null::text, p.a_settings -> s.name, p.b_settings -> s.name
      from (select jsonb_object_keys(p.a_settings) union select jsonb_object_keys(p.b_settings)) s(name)
      union all
      select 2, 'tag', t.name, p.a_tags -> t.name, p.b_tags -> t.name
      from (select jsonb_object_keys(p.a_tags) union select jsonb_object_keys(p.b_tags)) t(name)
    ) f(place, field, name, before, after)
    where before is distinct from after) f
  where p.a_id <> p.b_id and f.fields is not null`
