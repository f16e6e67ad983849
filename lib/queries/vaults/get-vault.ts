import { z } from 'zod'
import { type Database, sql } from '#lib/db/open-database.ts'
import type { OwnerSource } from '#lib/domain/owner.ts'
import type { Scope } from '#lib/domain/scope.ts'
import type { VaultSettings } from '#lib/domain/vault.ts'
import { heldAt } from '../held-at.ts'
import { withinScope } from '../within-scope.ts'
import { vaultWithinScope } from './vault-within-scope.ts'

export type VaultDetail = {
  vaultId: number
  name: string
  resourceId: string
  seenFirstAt: Date
  /** False: the person owns something in it, and is told nothing about the vault itself. */
  owned: boolean
  /** Null when the vault's own row in Resource Graph could never be read. */
  place: {
    uri: string
    subscriptionId: string
    subscriptionName: string
    resourceGroup: string
    location: string
    /** Nearest first. */
    managementGroups: string[]
    environment: string | null
    application: string | null
    owner: string | null
    ownerSource: OwnerSource | null
  } | null
  /** As read; null when unread or not the person's vault. */
  settings: VaultSettings | null
  /** Since when the settings are as they are. */
  settingsSinceAt: Date | null
  tags: Record<string, string> | null
}

const row = z.object({
  vaultId: z.int(),
  name: z.string(),
  resourceId: z.string(),
  seenFirstAt: z.date(),
  owned: z.boolean(),
  place: z
    .object({
      uri: z.string(),
      subscriptionId: z.string(),
      subscriptionName: z.string(),
      resourceGroup: z.string(),
      location: z.string(),
      managementGroups: z.array(z.string()),
      environment: z.string().nullable(),
      application: z.string().nullable(),
      owner: z.string().nullable(),
      ownerSource: z.enum(['object', 'vault', 'resource-group', 'subscription']).nullable(),
    })
    .nullable(),
  settings: z.unknown(),
  settingsSinceAt: z.date().nullable(),
  tags: z.record(z.string(), z.string()).nullable(),
})

const permissions = z.array(z.string())

const settingsSchema = z.object({
  sku: z.string(),
  accessModel: z.enum(['rbac', 'access-policy']),
  publicNetworkAccess: z.enum(['enabled', 'disabled', 'secured-by-perimeter']),
  firewallDefaultAction: z.enum(['allow', 'deny']),
  trustedServicesBypass: z.boolean(),
  ipRules: z.array(z.string()),
  virtualNetworkRules: z.array(z.string()),
  purgeProtection: z.boolean(),
  softDelete: z.boolean(),
  softDeleteRetentionDays: z.number().nullable(),
  privateEndpoints: z.array(z.object({ id: z.string(), status: z.string() })),
  accessPolicies: z.array(
    z.object({
      objectId: z.string(),
      applicationId: z.string().nullable(),
      secrets: permissions,
      keys: permissions,
      certificates: permissions,
    }),
  ),
})

/** What is this vault? Null when no vault of that name existed then, or the scope holds neither it nor anything in it. */
export async function getVault(
  db: Database,
  scope: Scope,
  { at, name }: { at: Date; name: string },
): Promise<VaultDetail | null> {
  const [found] = await db.$queryRaw<unknown[]>(sql`
    select v.id as "vaultId", v.name, v.resource_id as "resourceId", v.seen_first_at as "seenFirstAt", own.owned,
      case when vs.id is not null then jsonb_build_object(
        'uri', vs.uri, 'subscriptionId', vs.subscription_id, 'subscriptionName', vs.subscription_name,
        'resourceGroup', vs.resource_group, 'location', vs.location, 'managementGroups', to_jsonb(vs.management_groups),
        'environment', vs.environment, 'application', vs.application, 'owner', vs.owner, 'ownerSource', vs.owner_source) end as place,
      case when own.owned then vs.settings end as settings,
      case when own.owned then vs.valid_from end as "settingsSinceAt",
      case when own.owned then vs.tags end as tags
    from vault v
    left join vault_state vs on vs.vault_id = v.id and ${heldAt(at, sql`vs.valid_from`, sql`vs.valid_to`)}
    cross join lateral (select coalesce(${withinScope(scope, sql`vs.owner`)}, false) as owned) own
    where lower(v.name) = ${name.toLowerCase()} and v.seen_first_at <= ${at} and (v.gone_at is null or v.gone_at > ${at})
      and ${vaultWithinScope(scope, { vaultId: sql`v.id`, owner: sql`vs.owner`, at })}
    order by v.id desc limit 1`)
  if (!found) return null
  const vault = row.parse(found)
  return { ...vault, settings: vault.settings === null ? null : settingsSchema.parse(vault.settings) }
}
