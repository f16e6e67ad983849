// For tests of queries only: writes rows as the snapshot job would leave them. A test names what matters to it; the rest
// is an estate where all is well. Everything is remembered from `since` on unless a test says otherwise. Long because every column of a row has its default here, and nowhere else.
import type { Database } from '#lib/db/open-database.ts'
import type { ObservationStatus, Prisma } from '#lib/db/generated/client.ts'
import { type Part, parts, type UnreadCode } from '#lib/domain/observed.ts'
import { type Person, type Scope, scopeOf } from '#lib/domain/scope.ts'
import { type Severity, severityWeight } from '#lib/domain/severity.ts'
import type { SnapshotStatus } from '#lib/domain/snapshot.ts'
import type { WaiverKind } from '#lib/domain/waiver.ts'
import type { ObjectKind } from '#lib/domain/vault-object.ts'

type Held = { from?: Date; to?: Date | null }

export type RememberedVault = { vaultId: number; objectId: null }
export type RememberedObject = { vaultId: number; objectId: number }

const nobody = { objectId: 'o', tenantId: 't', name: 'Nobody', mail: '', groups: [] }

/** What a lead sees. */
export const everything = mint({ ...nobody, roles: ['Kempt.Lead'] })

/** What an owner of that name sees. */
export const ownedBy = (name: string): Scope => mint({ ...nobody, name, roles: ['Kempt.Owner'] })

function mint(person: Person): Scope {
  const scope = scopeOf(person)
  if (!scope) throw new Error('this person has no role')
  return scope
}

export function aRememberedEstate(db: Database, since: Date) {
  const interval = ({ from = since, to = null }: Held) => ({ validFrom: from, validTo: to })
  let rules = 0

  return {
    async rule(
      id: string,
      {
        severity = 'medium',
        area = 'Rotation',
        subject = 'secret',
        failing = id,
      }: { severity?: Severity; area?: string; subject?: string; failing?: string } = {},
    ) {
      const weight = severityWeight[severity]
      await db.rule.create({
        data: { id, title: `Good: ${id}`, failing, area, subject, severity, weight, position: rules++ },
      })
      return id
    },

    async snapshot(
      capturedAt: Date,
      { status = 'complete', vaultsDone = 0 }: { status?: SnapshotStatus; vaultsDone?: number } = {},
    ) {
      const policyVersion =
        (await db.policyVersion.findFirst()) ??
        (await db.policyVersion.create({ data: { createdAt: since, createdBy: 'test', policy: {} } }))
      const finishedAt = status === 'running' ? null : new Date(capturedAt.getTime() + 60_000)
      const { id } = await db.snapshot.create({
        data: {
          capturedAt,
          startedAt: capturedAt,
          heartbeatAt: capturedAt,
          finishedAt,
          status,
          vaultsDone,
          trigger: 'schedule',
          policyVersionId: policyVersion.id,
        },
      })
      return id
    },

    async vault(
      name: string,
      {
        owner = null,
        subscription = 'sub-main',
        environment = null,
        application = null,
        goneAt = null,
        tags = {},
        settings = {},
        unread = {},
        ...held
      }: Held & {
        owner?: string | null
        subscription?: string
        environment?: string | null
        application?: string | null
        goneAt?: Date | null
        tags?: Record<string, string>
        settings?: Record<string, unknown>
        /** Parts that were not wholly read, with the status and the code; the others were. */
        unread?: Partial<Record<Part, [status: Exclude<ObservationStatus, 'read'>, code: UnreadCode]>>
      } = {},
    ): Promise<RememberedVault> {
      const { validFrom, validTo } = interval({ ...held, ...(goneAt ? { to: goneAt } : {}) })
      const subscriptionId = `00000000-0000-0000-0000-${subscription}`
      const resourceId = `/subscriptions/${subscriptionId}/resourcegroups/rg-${name}/providers/microsoft.keyvault/vaults/${name}`
      const { id } = await db.vault.create({
        data: {
          resourceId: resourceId.toLowerCase(),
          name,
          seenFirstAt: validFrom,
          goneAt,
          states: {
            create: {
              validFrom,
              validTo,
              hash: name,
              uri: `https://${name}.vault.azure.net`,
              tenantId: 'tenant',
              subscriptionId,
              subscriptionName: subscription,
              resourceGroup: `rg-${name}`,
              location: 'westeurope',
              managementGroups: [],
              environment,
              application,
              owner,
              ownerSource: owner ? 'vault' : null,
              tags,
              settings: { accessModel: 'rbac', ...settings } as Prisma.InputJsonObject,
            },
          },
          observations: {
            create: parts.map((part) => {
              const [status, reasonCode] = unread[part] ?? (['read', null] as const)
              return {
                part,
                validFrom,
                validTo,
                status,
                reasonCode,
                missing: status === 'partly' ? 'items' : null,
                detail: reasonCode,
              }
            }),
          },
        },
      })
      return { vaultId: id, objectId: null }
    },

    async object(
      vault: RememberedVault,
      name: string,
      {
        kind = 'secret',
        enabled = true,
        expiresAt = null,
        createdAt = since,
        updatedAt = createdAt,
        contentType = null,
        managed = null,
        owner = null,
        tags = {},
        goneAt = null,
        ...held
      }: Held & {
        kind?: ObjectKind
        enabled?: boolean
        expiresAt?: Date | null
        createdAt?: Date
        updatedAt?: Date
        contentType?: string | null
        managed?: boolean | null
        owner?: string | null
        tags?: Record<string, string>
        goneAt?: Date | null
      } = {},
    ): Promise<RememberedObject> {
      const { validFrom, validTo } = interval({ ...held, ...(goneAt ? { to: goneAt } : {}) })
      const { vaultId } = vault
      const state = {
        vaultId,
        validFrom,
        validTo,
        hash: name,
        enabled,
        expiresAt,
        createdAt,
        updatedAt,
        contentType,
        managed,
        owner,
        tags,
      }
      const { id } = await db.vaultObject.create({
        data: {
          vaultId,
          kind,
          name,
          nameKey: name.toLowerCase(),
          seenFirstAt: validFrom,
          goneAt,
          states: { create: state },
        },
      })
      return { vaultId, objectId: id }
    },

    /** A `fail` interval. `failingSince` is its beginning unless the finding is older than its present facts. */
    async finding(
      subject: RememberedVault | RememberedObject,
      ruleId: string,
      {
        failingSince,
        because = `${ruleId}.`,
        facts = {},
        owner = null,
        vaultOwner = owner,
        ...held
      }: Held & {
        failingSince?: Date
        because?: string
        facts?: Prisma.InputJsonObject
        owner?: string | null
        vaultOwner?: string | null
      } = {},
    ) {
      const { validFrom, validTo } = interval(held)
      await db.verdict.create({
        data: {
          ...subject,
          ruleId,
          status: 'fail',
          validFrom,
          validTo,
          failingSince: failingSince ?? validFrom,
          because,
          facts,
          owner,
          vaultOwner,
        },
      })
    },

    /** In force from its approval at `from` until `to`; asked for and never decided without `from`. */
    async waiver(
      subject: RememberedVault | RememberedObject,
      ruleId: string,
      {
        from = null,
        to = null,
        kind = 'accepted-risk',
        reason = 'It is known.',
        askedBy = 'ana@halden.example',
      }: { from?: Date | null; to?: Date | null; kind?: WaiverKind; reason?: string; askedBy?: string } = {},
    ) {
      const endsAt = to ?? new Date(since.getTime() + 400 * 86_400_000)
      const { id } = await db.waiver.create({
        data: {
          ...subject,
          ruleId,
          batch: '00000000-0000-4000-8000-000000000000',
          kind,
          reason,
          endsOn: endsAt,
          askedAt: from ?? since,
          askedBy,
          askedById: askedBy,
          ...(from
            ? {
                decidedAt: from,
                decidedBy: 'lead',
                decidedById: 'lead',
                approved: true,
                validFrom: from,
                validTo: endsAt,
              }
            : {}),
        },
      })
      return id
    },

    async unknown(
      subject: RememberedVault | RememberedObject,
      ruleId: string,
      {
        reasonCode = 'forbidden',
        failingSince = null,
        ...held
      }: Held & { reasonCode?: UnreadCode; failingSince?: Date | null } = {},
    ) {
      await db.verdict.create({
        data: {
          ...subject,
          ruleId,
          status: 'unknown',
          ...interval(held),
          failingSince,
          because: 'Not known.',
          facts: {},
          reasonCode,
        },
      })
    },

    async tally(
      vault: RememberedVault,
      ruleId: string,
      {
        owner = null,
        vaultOwner = owner,
        pass = 0,
        fail = 0,
        unknown = 0,
        notApplicable = 0,
        ...held
      }: Held & {
        owner?: string | null
        vaultOwner?: string | null
        pass?: number
        fail?: number
        unknown?: number
        notApplicable?: number
      } = {},
    ) {
      await db.tally.create({
        data: {
          vaultId: vault.vaultId,
          ruleId,
          owner,
          vaultOwner,
          ...interval(held),
          pass,
          fail,
          unknown,
          notApplicable,
        },
      })
    },
  }
}

export type RememberedEstate = ReturnType<typeof aRememberedEstate>
