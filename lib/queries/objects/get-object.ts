import { z } from 'zod'
import { type Database, sql } from '#lib/db/open-database.ts'
import type { OwnerSource } from '#lib/domain/owner.ts'
import type { Scope } from '#lib/domain/scope.ts'
import type { ObjectKind } from '#lib/domain/vault-object.ts'
import { heldAt } from '../held-at.ts'
import { objectWithinScope } from './object-within-scope.ts'

export type ObjectDetail = {
  objectId: number
  vaultId: number
  /** o12: stable, for links. */
  key: string
  kind: ObjectKind
  name: string
  vaultName: string
  seenFirstAt: Date
  /** The first snapshot that no longer found it; null while it is there. All else is then as it was last seen. */
  goneAt: Date | null
  /** It went with its vault. */
  vaultGone: boolean
  /** While it can be recovered; `scheduledPurgeAt` is null where Azure does not say. */
  deleted: { deletedAt: Date; scheduledPurgeAt: Date | null } | null
  owner: string | null
  ownerSource: OwnerSource | null
  environment: string | null
  subscriptionName: string | null
  resourceGroup: string | null
  enabled: boolean
  notBeforeAt: Date | null
  expiresAt: Date | null
  /** When the current version was made. */
  rotatedAt: Date
  updatedAt: Date
  /** Since when it is as it is. */
  sinceAt: Date
  contentType: string | null
  /** Belongs to a certificate; null: the source does not say. */
  managed: boolean | null
  /** The certificate a managed secret or key belongs to is known, and the person's to see. */
  certificateKnown: boolean
  tags: Record<string, string>
  /** Null where not known, or where its kind has none. */
  renewsItself: boolean | null
  renewalTrigger: string | null
  issuer: string | null
  keyType: string | null
  keyBits: number | null
  keyCurve: string | null
}

const asJson = z.object({
  deleted: z
    .object({
      deletedAt: z.coerce.date(),
      scheduledPurgeAt: z.nullable(z.string()).transform((text) => (text ? new Date(text) : null)),
    })
    .nullable(),
  tags: z.record(z.string(), z.string()),
})

/** What is this object? Null when none of that name was ever there, or the scope does not hold it. Names have no case. */
export async function getObject(
  db: Database,
  scope: Scope,
  { at, vaultName, kind, name }: { at: Date; vaultName: string; kind: ObjectKind; name: string },
): Promise<ObjectDetail | null> {
  const [found] = await db.$queryRaw<(Omit<ObjectDetail, 'deleted' | 'tags'> & z.input<typeof asJson>)[]>(sql`
    select i.object_id as "objectId", i.vault_id as "vaultId", 'o' || i.object_id as key, i.kind::text as kind, i.name,
      v.name as "vaultName", i.seen_first_at as "seenFirstAt", i.gone_at as "goneAt",
      (i.gone_at is not null and coalesce(v.gone_at <= ${at}, false)) as "vaultGone",
      case when i.gone_at is not null and d.id is not null then jsonb_build_object(
        'deletedAt', d.deleted_at, 'scheduledPurgeAt', d.scheduled_purge_at) end as deleted,
      coalesce(i.own_owner, i.vault_owner) as owner,
      case when i.own_owner is not null then 'object' when i.vault_owner is not null then vs.owner_source end as "ownerSource",
      vs.environment, vs.subscription_name as "subscriptionName", vs.resource_group as "resourceGroup",
      s.enabled, s.not_before_at as "notBeforeAt", s.expires_at as "expiresAt", s.created_at as "rotatedAt",
      s.updated_at as "updatedAt", s.valid_from as "sinceAt", s.content_type as "contentType", s.managed, s.tags,
      (i.kind <> 'certificate' and s.managed is true and exists (
        select from (${objectWithinScope(scope, at)}) c
        where c.vault_id = i.vault_id and c.kind = 'certificate' and c.name_key = i.name_key)) as "certificateKnown",
      detail.renews_itself as "renewsItself", detail.renewal_trigger as "renewalTrigger", detail.issuer,
      detail.key_type as "keyType", detail.key_bits as "keyBits", detail.key_curve as "keyCurve"
    from (${objectWithinScope(scope, at)}) i
    join vault v on v.id = i.vault_id
    join object_state s on s.id = i.state_id
    left join vault_state vs on vs.id = i.vault_state_id
    left join object_detail detail on detail.object_id = i.object_id
      and detail.valid_from <= i.seen_at and (detail.valid_to is null or detail.valid_to > i.seen_at)
    left join lateral (
      select * from deleted_object d
      where d.vault_id = i.vault_id and d.kind = i.kind and d.name_key = i.name_key
        and ${heldAt(at, sql`d.valid_from`, sql`d.valid_to`)}
      order by d.deleted_at desc limit 1) d on true
    where lower(v.name) = ${vaultName.toLowerCase()} and i.kind = ${kind}::object_kind and i.name_key = ${name.toLowerCase()}
    -- A vault's name may come back with another vault: what is there goes before what is gone, and the latest before others.
    order by i.gone_at desc nulls first, v.id desc limit 1`)
  return found ? { ...found, ...asJson.parse(found) } : null
}
