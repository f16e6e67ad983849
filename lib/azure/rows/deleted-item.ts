// An item of Key Vault's lists of deleted objects as the product's words.
import { z } from 'zod'
import type { DeletedObject } from '#lib/domain/deleted-object.ts'
import type { ObjectKind } from '#lib/domain/vault-object.ts'
import { instantSchema, readObjectItem } from './object-item.ts'

/** `managed`: the secret or key of a deleted certificate. */
export type DeletedItem = DeletedObject & { managed: boolean }

const deletedSchema = z.object({ deletedDate: instantSchema, scheduledPurgeDate: instantSchema.nullish() })

/** Null when it is not one. Its id is that of the living object, some with a version and some without. */
export function readDeletedItem(vaultUri: string, kind: ObjectKind, raw: unknown): DeletedItem | null {
  const object = readObjectItem(vaultUri, kind, raw)
  const dates = deletedSchema.safeParse(raw)
  if (!object || !dates.success) return null
  return {
    kind,
    name: object.name,
    deletedAt: dates.data.deletedDate,
    scheduledPurgeAt: dates.data.scheduledPurgeDate ?? null,
    tags: object.tags,
    managed: object.managed === true,
  }
}
