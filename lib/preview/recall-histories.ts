// What is remembered of some vaults over a span of time: every interval that overlaps it, read once however many points are
// looked at afterwards. Long because each remembered thing has its own columns, and they are read side by side.
import { type Database, type Sql, sql } from '#lib/db/open-database.ts'
import type { EvidencePart } from '#lib/domain/evidence.ts'
import type { UnreadCode } from '#lib/domain/observed.ts'
import type { Tags } from '#lib/domain/tags.ts'
import type { VaultSettings } from '#lib/domain/vault.ts'
import type { ObjectKind, ObjectVersion, VaultObject } from '#lib/domain/vault-object.ts'
import { listOf } from '#lib/rules/rule.ts'
import { unreadBecause } from '#lib/rules/unread-because.ts'

/** `[validFrom, validTo)`, null while it holds. */
export type Held = { validFrom: Date; validTo: Date | null }

export type VaultStateRow = Held & {
  vaultId: number
  uri: string
  tenantId: string
  subscriptionId: string
  subscriptionName: string
  resourceGroup: string
  location: string
  managementGroups: string[]
  environment: string | null
  application: string | null
  owner: string | null
  tags: Tags
  settings: VaultSettings
}

export type ObservationRow = Held & {
  vaultId: number
  part: string
  status: 'read' | 'partly' | 'not'
  missing: 'items' | 'fields' | null
  reasonCode: UnreadCode | null
  detail: string | null
}

type OfObject = { objectId: number; vaultId: number }

export type ObjectStateRow = Held &
  OfObject &
  VaultObject & { owner: string | null; seenFirstAt: Date; earliestExpiresAt: Date | null }

export type VersionRow = Held & OfObject & ObjectVersion

export type DetailRow = Held &
  OfObject & {
    renewsItself: boolean | null
    renewalTrigger: string | null
    issuer: string | null
    keyType: string | null
    keyBits: number | null
    keyCurve: string | null
  }

/** While it holds, a part was not read of this very object: its list broke off before it, or its own call failed. */
export type GapRow = Held & OfObject & { part: EvidencePart; reasonCode: UnreadCode; because: string }

type UndecidedRow = Held & OfObject & { kind: ObjectKind; because: string; reasonCode: UnreadCode }

export type WaiverRow = Held & { vaultId: number; objectId: number | null; ruleId: string }

export type VaultHistory = {
  vaultId: number
  name: string
  resourceId: string
  states: readonly VaultStateRow[]
  observations: readonly ObservationRow[]
  objects: ReadonlyMap<number, readonly ObjectStateRow[]>
  versions: ReadonlyMap<number, readonly VersionRow[]>
  details: ReadonlyMap<number, readonly DetailRow[]>
  gaps: ReadonlyMap<number, readonly GapRow[]>
  waivers: readonly WaiverRow[]
}

/** Parts that are read object by object, each with a call of its own. */
export const partsByObject = ['versions', 'renewals', 'keyMaterial'] as const satisfies readonly EvidencePart[]

/** What the rules in question look at: nothing else is read. */
export type Wanted = {
  objects: boolean
  versions: boolean
  details: boolean
  /** Whose waivers count. */
  ruleIds: readonly string[]
  /** Rules whose unknown answers tell which objects a list or a call of their own missed. */
  witnessIds: readonly string[]
}

export type VaultName = { vaultId: number; name: string; resourceId: string }

/** The histories of these vaults over `[from, until]`. */
export async function recallHistories(
  db: Database,
  vaults: readonly VaultName[],
  { from, until, wanted }: { from: Date; until: Date; wanted: Wanted },
): Promise<VaultHistory[]> {
  const ids = vaults.map(({ vaultId }) => vaultId)
  const during = (alias: Sql) => sql`
    ${alias}.vault_id = any(${ids}::int[]) and ${alias}.valid_from <= ${until} and (${alias}.valid_to is null or ${alias}.valid_to > ${from})`
  const rows = async <Row>(asked: boolean, question: Sql): Promise<Row[]> =>
    asked ? db.$queryRaw<Row[]>(question) : []
  const held = sql`s.vault_id as "vaultId", s.valid_from as "validFrom", s.valid_to as "validTo"`

  const [states, observations, objects, versions, details, undecided, waivers] = await Promise.all([
    rows<VaultStateRow>(
      true,
      sql`
      select ${held}, s.uri, s.tenant_id as "tenantId", s.subscription_id as "subscriptionId",
        s.subscription_name as "subscriptionName", s.resource_group as "resourceGroup", s.location,
        s.management_groups as "managementGroups", s.environment, s.application, s.owner, s.tags, s.settings
      from vault_state s where ${during(sql`s`)}`,
    ),
    rows<ObservationRow>(
      true,
      sql`
      select ${held}, s.part, s.status::text as status, s.missing, s.reason_code as "reasonCode", s.detail
      from observation s where ${during(sql`s`)}`,
    ),
    rows<ObjectStateRow>(
      wanted.objects,
      sql`
      select ${held}, s.object_id as "objectId", o.kind::text as kind, o.name, o.seen_first_at as "seenFirstAt", s.enabled,
        s.not_before_at as "notBeforeAt", s.expires_at as "expiresAt", s.created_at as "createdAt",
        s.updated_at as "updatedAt", s.content_type as "contentType", s.managed, s.recovery_level as "recoveryLevel",
        s.earliest_expires_at as "earliestExpiresAt", s.owner, s.tags
      from object_state s join vault_object o on o.id = s.object_id
      where ${during(sql`s`)}
      order by o.kind, o.name_key`,
    ),
    rows<VersionRow>(
      wanted.versions,
      sql`
      select ${held}, s.object_id as "objectId", s.version, s.enabled, s.not_before_at as "notBeforeAt",
        s.expires_at as "expiresAt", s.created_at as "createdAt", s.updated_at as "updatedAt"
      from object_version s where ${during(sql`s`)}`,
    ),
    rows<DetailRow>(
      wanted.details,
      sql`
      select ${held}, s.object_id as "objectId", s.renews_itself as "renewsItself", s.renewal_trigger as "renewalTrigger",
        s.issuer, s.key_type as "keyType", s.key_bits as "keyBits", s.key_curve as "keyCurve"
      from object_detail s where ${during(sql`s`)}`,
    ),
    rows<UndecidedRow>(
      wanted.objects && wanted.witnessIds.length > 0,
      sql`
      select ${held}, s.object_id as "objectId", o.kind::text as kind, s.because, s.reason_code as "reasonCode"
      from verdict s join vault_object o on o.id = s.object_id
      where s.status = 'unknown' and s.rule_id = any(${[...wanted.witnessIds]}) and ${during(sql`s`)}
        and exists (select from observation b where b.vault_id = s.vault_id and b.status <> 'read')`,
    ),
    rows<WaiverRow>(
      wanted.ruleIds.length > 0,
      sql`
      select ${held}, s.object_id as "objectId", s.rule_id as "ruleId"
      from waiver s where s.rule_id = any(${[...wanted.ruleIds]}) and ${during(sql`s`)}`,
    ),
  ])

  const statesOf = Map.groupBy(states, byVault)
  const observationsOf = Map.groupBy(observations, byVault)
  const waiversOf = Map.groupBy(waivers, byVault)
  const objectsOf = byVaultAndObject(objects)
  const versionsOf = byVaultAndObject(versions)
  const detailsOf = byVaultAndObject(details)
  const gapsOf = byVaultAndObject(undecided.flatMap(gapIn))
  return vaults.map((vault) => ({
    ...vault,
    states: statesOf.get(vault.vaultId) ?? [],
    observations: observationsOf.get(vault.vaultId) ?? [],
    waivers: waiversOf.get(vault.vaultId) ?? [],
    objects: objectsOf.get(vault.vaultId) ?? new Map(),
    versions: versionsOf.get(vault.vaultId) ?? new Map(),
    details: detailsOf.get(vault.vaultId) ?? new Map(),
    gaps: gapsOf.get(vault.vaultId) ?? new Map(),
  }))
}

/**
 * The ledger says that some objects were missed, and not which. Their verdicts do: an engine or rule that lacked a part says
 * so in fixed words.
 */
function gapIn({ kind, because, reasonCode, ...row }: UndecidedRow): GapRow[] {
  const part =
    because === unreadBecause([listOf[kind]], reasonCode, 'partly')
      ? listOf[kind]
      : partsByObject.find((one) =>
          (['not', 'partly'] as const).some((how) => because === unreadBecause([one], reasonCode, how)),
        )
  return part ? [{ ...row, part, reasonCode, because }] : []
}

const byVault = ({ vaultId }: { vaultId: number }) => vaultId

const byVaultAndObject = <Row extends OfObject>(rows: readonly Row[]) =>
  new Map(
    [...Map.groupBy(rows, byVault)].map(([vaultId, ofVault]) => [
      vaultId,
      Map.groupBy(ofVault, ({ objectId }) => objectId),
    ]),
  )
