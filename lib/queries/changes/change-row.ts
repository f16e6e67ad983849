// One row of Changes, as it is shown and as it is exported.
import { z } from 'zod'
import { type Sql, sql } from '#lib/db/open-database.ts'
import { type Part, parts, type UnreadCode, unreadCodes } from '#lib/domain/observed.ts'
import type { Scope } from '#lib/domain/scope.ts'
import type { Severity } from '#lib/domain/severity.ts'
import { type WaiverKind, waiverKinds } from '#lib/domain/waiver.ts'
import type { SubjectKind } from '../findings/finding-filter.ts'
import { type ChangeKind, type ChangeOrder, type ChangeQuestion, changeOrder } from './change-filter.ts'
import { changesBetween } from './changes-between.ts'

export type ChangeRow = {
  /** Names the row among all of one question. */
  key: string
  change: ChangeKind
  /** o12 for an object, v3 for a vault: stable, for links. */
  subject: string
  kind: SubjectKind
  name: string
  vaultName: string
  /** ARM id of the vault. */
  resourceId: string
  ruleId: string | null
  failing: string | null
  severity: Severity | null
  /** When the state at the second instant was first seen, the finding opened or closed, the waiver began or ended. */
  changedAt: Date
  /** It is there at the second instant. */
  standsAfter: boolean
  ownerBefore: string | null
  /** At the second instant; whose it was, where it is gone. */
  owner: string | null
  environment: string | null
  subscriptionId: string | null
  subscriptionName: string | null
  part: Part | null
  detail: ChangeDetail
}

/** What a kind of change has to say about itself; the rest is empty or null. */
export type ChangeDetail = {
  fields: FieldChange[]
  /** Of a finding, how it failed; of a waiver, its reason. */
  because: string | null
  /** A finding that is newly failing, and waived by now. */
  waived: boolean
  waiver: WaiverKind | null
  by: string | null
  /** The last day a waiver is to be in force. */
  until: string | null
  /** A new object that may have been there unseen: its list could not be read at the first instant. */
  unproven: boolean
  /** An object that is gone because its vault is. */
  withVault: boolean
  deletedAt: Date | null
  purgeAt: Date | null
  /** How far a part was read at both instants, and why not, or why not before. */
  readBefore: ReadStatus | null
  readAfter: ReadStatus | null
  code: UnreadCode | null
}

type ReadStatus = 'read' | 'partly' | 'not'

/** `field` is the name of an attribute or a setting, or `tag`, with the tag's `name`. Null: there was, or is, none. */
export type FieldChange = { field: string; name: string | null; before: FieldValue; after: FieldValue }

export type FieldValue = z.infer<typeof fieldValue>

const fieldValue = z.json()
const instant = z.coerce.date().nullable().default(null)
const readStatus = z.enum(['read', 'partly', 'not']).nullable().default(null)

const detailSchema = z
  .object({
    fields: z
      .array(
        z.object({
          field: z.string(),
          name: z.string().nullable().default(null),
          before: fieldValue,
          after: fieldValue,
        }),
      )
      .default([]),
    because: z.string().nullable().default(null),
    waived: z.boolean().default(false),
    waiver: z.enum(waiverKinds).nullable().default(null),
    by: z.string().nullable().default(null),
    until: z.string().nullable().default(null),
    unproven: z.boolean().default(false),
    withVault: z.boolean().default(false),
    deletedAt: z.preprocess((value) => value ?? undefined, instant.optional()).transform((value) => value ?? null),
    purgeAt: z.preprocess((value) => value ?? undefined, instant.optional()).transform((value) => value ?? null),
    before: readStatus,
    after: readStatus,
    code: z.enum(unreadCodes).nullable().default(null),
  })
  .transform(({ before, after, ...detail }): ChangeDetail => ({ ...detail, readBefore: before, readAfter: after }))

type Selected = Omit<ChangeRow, 'detail' | 'part'> & { part: string | null; detail: unknown }

/** A query: the rows of a question in order; without `limit`, all of them. Read its rows with `toChangeRow`. */
export const changeRows = (
  scope: Scope,
  question: ChangeQuestion,
  order: ChangeOrder,
  { limit = null, offset = 0 }: { limit?: number | null; offset?: number } = {},
): Sql => sql`
  select key, change, subject, kind, name, vault_name as "vaultName", resource_id as "resourceId", rule_id as "ruleId",
    failing, severity::text as severity, changed_at as "changedAt", stands_after as "standsAfter",
    owner_before as "ownerBefore", owner, environment, subscription_id as "subscriptionId",
    subscription_name as "subscriptionName", part, detail
  from (${changesBetween(scope, question)}) c
  order by ${changeOrder(order)} limit ${limit} offset ${offset}`

/** `detail` comes out of the database as JSON; everything else is typed by its column. */
export const toChangeRow = ({ detail, part, ...row }: Selected): ChangeRow => ({
  ...row,
  part: parts.find((one) => one === part) ?? null,
  detail: detailSchema.parse(detail),
})

export type SelectedChange = Selected
