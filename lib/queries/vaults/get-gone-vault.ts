import { z } from 'zod'
import { type Database, sql } from '#lib/db/open-database.ts'
import type { Scope } from '#lib/domain/scope.ts'
import { heldAt } from '../held-at.ts'
import { withinScope } from '../within-scope.ts'

export type GoneVault = {
  vaultId: number
  name: string
  resourceId: string
  seenFirstAt: Date
  /** The first snapshot that no longer found it. */
  goneAt: Date
  /** As it was last seen; null when the person owned only something in it, or its own row was never read. */
  last: {
    subscriptionId: string
    subscriptionName: string
    resourceGroup: string
    location: string
    environment: string | null
    owner: string | null
    purgeProtection: boolean | null
  } | null
  /** While it can be recovered. */
  deleted: { deletedAt: Date; scheduledPurgeAt: Date; purgeProtected: boolean; location: string } | null
  /** What was in it when it was last seen. */
  objects: number
}

const schema = z.object({
  vaultId: z.int(),
  name: z.string(),
  resourceId: z.string(),
  seenFirstAt: z.date(),
  goneAt: z.date(),
  last: z
    .object({
      subscriptionId: z.string(),
      subscriptionName: z.string(),
      resourceGroup: z.string(),
      location: z.string(),
      environment: z.string().nullable(),
      owner: z.string().nullable(),
      purgeProtection: z.boolean().nullable(),
    })
    .nullable(),
  deleted: z
    .object({
      deletedAt: z.coerce.date(),
      scheduledPurgeAt: z.coerce.date(),
      purgeProtected: z.boolean(),
      location: z.string(),
    })
    .nullable(),
  objects: z.int(),
})

/** What was this vault, that is gone? Null when none of that name is, or it was never the person's, nor anything in it. */
export async function getGoneVault(
  db: Database,
  scope: Scope,
  { at, name }: { at: Date; name: string },
): Promise<GoneVault | null> {
  const [found] = await db.$queryRaw<unknown[]>(sql`
    select v.id as "vaultId", v.name, v.resource_id as "resourceId", v.seen_first_at as "seenFirstAt", v.gone_at as "goneAt",
      case when own.owned and last.id is not null then jsonb_build_object(
        'subscriptionId', last.subscription_id, 'subscriptionName', last.subscription_name,
        'resourceGroup', last.resource_group, 'location', last.location, 'environment', last.environment,
        'owner', last.owner, 'purgeProtection', last.settings -> 'purgeProtection') end as last,
      case when d.id is not null then jsonb_build_object(
        'deletedAt', d.deleted_at, 'scheduledPurgeAt', d.scheduled_purge_at, 'purgeProtected', d.purge_protected,
        'location', d.location) end as deleted,
      (
        select count(*)::int from object_state os
        where os.vault_id = v.id and os.valid_to = v.gone_at and ${withinScope(scope, sql`os.owner`, sql`last.owner`)}) as objects
    from vault v
    left join lateral (
      select * from vault_state s where s.vault_id = v.id and s.valid_from <= ${at} order by s.valid_from desc limit 1) last on true
    left join lateral (
      select * from deleted_vault d
      where d.resource_id = v.resource_id and ${heldAt(at, sql`d.valid_from`, sql`d.valid_to`)}
      order by d.deleted_at desc limit 1) d on true
    cross join lateral (select coalesce(${withinScope(scope, sql`last.owner`, sql`d.owner`)}, false) as owned) own
    where lower(v.name) = ${name.toLowerCase()} and v.gone_at <= ${at}
      and (own.owned or exists (
        select from object_state mine
        where mine.vault_id = v.id and mine.valid_to = v.gone_at and ${withinScope(scope, sql`mine.owner`)}))
    order by v.gone_at desc, v.id desc limit 1`)
  return found ? schema.parse(found) : null
}
