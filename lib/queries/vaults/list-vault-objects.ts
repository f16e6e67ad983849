import { joinSql, type Database, type Sql, sql } from '#lib/db/open-database.ts'
import { readingOperations } from '#lib/domain/reading-operations.ts'
import type { Scope } from '#lib/domain/scope.ts'
import type { Severity } from '#lib/domain/severity.ts'
import type { ObjectKind } from '#lib/domain/vault-object.ts'
import { dateOf, readKinds, readWindowDays } from '../findings/last-read.ts'
import { heldAt } from '../held-at.ts'
import { withinScope } from '../within-scope.ts'

export type VaultObjectRow = {
  objectId: number
  kind: ObjectKind
  name: string
  enabled: boolean
  /** Belongs to a certificate; null: the source does not say. */
  managed: boolean | null
  expiresAt: Date | null
  /** When the current version was made. */
  rotatedAt: Date
  /** 0: its versions were never read. */
  versions: number
  owner: string | null
  /** Distinct identities that read it in the window; null when the access log does not cover the vault. */
  readers: number | null
  findings: number
  unknowns: number
  worst: Severity | null
  /** A key or certificate that renews itself, or does not; null: not known, or a secret. */
  renewsItself: boolean | null
  /** "30 days before expiry"; null when its policy does not say. */
  renewalTrigger: string | null
  /** RSA, EC and their kin; null: not known, or a secret. */
  keyType: string | null
  keyBits: number | null
  keyCurve: string | null
}

export const vaultObjectSorts = ['risk', 'name', 'expires', 'rotated'] as const

export type VaultObjectSort = (typeof vaultObjectSorts)[number]

export type VaultObjectQuestion = {
  at: Date
  vaultId: number
  /** Part of a name. */
  text: string | null
  sort: VaultObjectSort
  direction: 'asc' | 'desc'
  page: number
  pageSize: number
}

/** What is in this vault? One page of it; `total` is 0 on a page past the end. */
export async function listVaultObjects(
  db: Database,
  scope: Scope,
  { at, vaultId, text, sort, direction, page, pageSize }: VaultObjectQuestion,
): Promise<{ rows: VaultObjectRow[]; total: number }> {
  const rows = await db.$queryRaw<(VaultObjectRow & { total: number })[]>(sql`
    select o."objectId", o.kind::text as kind, o.name, o.enabled, o.managed, o."expiresAt", o."rotatedAt", o.owner,
      coalesce(o.findings, 0) as findings, coalesce(o.unknowns, 0) as unknowns, o.worst::text as worst, o.total,
      detail.renews_itself as "renewsItself", detail.renewal_trigger as "renewalTrigger", detail.key_type as "keyType",
      detail.key_bits as "keyBits", detail.key_curve as "keyCurve",
      (
        select count(distinct ov.version)::int from object_version ov
        where ov.object_id = o."objectId" and ${heldAt(at, sql`ov.valid_from`, sql`ov.valid_to`)}) as versions,
      case when o.covered then (
        select count(distinct a.caller_id)::int from access_day a
        where a.vault_id = ${vaultId} and a.kind = any(${readKinds(sql`o.kind`)}) and a.name_key = o.name_key
          and a.day >= ${dateOf(at, readWindowDays)}::date and a.day <= ${dateOf(at)}::date and a.last_at <= ${at}
          and a.outcome = 'ok' and a.operation = any(${readingOperations})) end as readers
    from (
      select o.id as "objectId", o.kind, o.name, o.name_key, os.enabled, os.managed, os.expires_at as "expiresAt",
        os.created_at as "rotatedAt", coalesce(os.owner, vs.owner) as owner, log.status = 'read' as covered, d.*,
        (count(*) over ())::int as total
      from object_state os
      join vault_object o on o.id = os.object_id
      left join vault_state vs on vs.vault_id = os.vault_id and ${heldAt(at, sql`vs.valid_from`, sql`vs.valid_to`)}
      left join observation log on log.vault_id = os.vault_id and log.part = 'access-log'
        and ${heldAt(at, sql`log.valid_from`, sql`log.valid_to`)}
      left join (
        select d.object_id, count(*) filter (where d.status = 'fail')::int as findings,
          count(*) filter (where d.status = 'unknown')::int as unknowns, min(r.severity) filter (where d.status = 'fail') as worst,
          sum(r.weight) filter (where d.status = 'fail') as weight
        from verdict d join rule r on r.id = d.rule_id
        where d.vault_id = ${vaultId} and ${heldAt(at, sql`d.valid_from`, sql`d.valid_to`)}
        group by d.object_id) d on d.object_id = os.object_id
      where os.vault_id = ${vaultId} and ${heldAt(at, sql`os.valid_from`, sql`os.valid_to`)}
        and ${withinScope(scope, sql`os.owner`, sql`vs.owner`)}
        and ${text === null ? sql`true` : sql`position(${text.toLowerCase()} in o.name_key) > 0`}
      order by ${orderOf(sort, direction)}
      limit ${pageSize} offset ${(page - 1) * pageSize}) o
    left join object_detail detail on detail.object_id = o."objectId"
      and ${heldAt(at, sql`detail.valid_from`, sql`detail.valid_to`)}
    order by ${orderOf(sort, direction)}`)
  return { rows: rows.map(({ total: _, ...row }) => row), total: rows[0]?.total ?? 0 }
}

function orderOf(sort: VaultObjectSort, direction: 'asc' | 'desc'): Sql {
  const [way, back] = direction === 'asc' ? [sql`asc`, sql`desc`] : [sql`desc`, sql`asc`]
  // The worst severity is the smallest of its type.
  const terms: Record<VaultObjectSort, Sql[]> = {
    risk: [sql`worst ${back} nulls last`, sql`weight ${way} nulls last`],
    name: [sql`name_key ${way}`],
    expires: [sql`"expiresAt" ${way} nulls last`],
    rotated: [sql`"rotatedAt" ${way}`],
  }
  return joinSql([...terms[sort], sql`name_key`, sql`kind`, sql`"objectId"`], ', ')
}
