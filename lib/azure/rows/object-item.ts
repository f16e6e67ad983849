// Key Vault's items and versions as the product's words. Strict: an item without its dates is not guessed at.
import { z } from 'zod'
import {
  type ObjectKind,
  objectKinds,
  type ObjectRef,
  type ObjectVersion,
  type VaultObject,
} from '#lib/domain/vault-object.ts'

/** Path segment of each kind, in URLs and in ids. */
export const collectionOf: Record<ObjectKind, string> = { secret: 'secrets', key: 'keys', certificate: 'certificates' }

/** Unix seconds, as all of Key Vault's dates. The bounds are those of Date. */
export const instantSchema = z
  .number()
  .min(-8.64e12)
  .max(8.64e12)
  .transform((seconds) => new Date(seconds * 1000))

const maybeInstant = instantSchema.nullish().transform((at) => at ?? null)

export const attributesSchema = z.object({
  enabled: z.boolean(),
  nbf: maybeInstant,
  exp: maybeInstant,
  created: instantSchema,
  updated: instantSchema,
  recoveryLevel: z.string().nullish(),
})

export const tagsSchema = z
  .record(z.string(), z.string())
  .nullish()
  .transform((tags) => tags ?? {})

const itemSchema = z
  .object({
    id: z.url().optional(),
    kid: z.url().optional(),
    contentType: z.string().nullish(),
    attributes: attributesSchema,
    tags: tagsSchema,
    managed: z.boolean().nullish(),
  })
  .transform(({ id, kid, ...item }) => ({ ...item, id: kid ?? id }))

/** The dates every object and version has. */
export const datesOf = (attributes: z.infer<typeof attributesSchema>) => ({
  enabled: attributes.enabled,
  notBeforeAt: attributes.nbf,
  expiresAt: attributes.exp,
  createdAt: attributes.created,
  updatedAt: attributes.updated,
})

/** An item of one of the vault's three lists; null when it is not one. Without `managed`, Azure means no. */
export function readObjectItem(vaultUri: string, kind: ObjectKind, raw: unknown): VaultObject | null {
  const item = itemSchema.safeParse(raw)
  const ref = item.success && item.data.id ? readObjectId(item.data.id) : null
  if (!item.success || ref?.kind !== kind || ref.origin !== vaultUri.toLowerCase()) return null
  const { attributes, contentType, tags, managed } = item.data
  return {
    kind,
    name: ref.name,
    ...datesOf(attributes),
    contentType: contentType ?? null,
    tags,
    managed: managed ?? false,
    recoveryLevel: attributes.recoveryLevel ?? null,
  }
}

/** An item of the list of one object's versions; null when it is not one. */
export function readVersionItem(vaultUri: string, ref: ObjectRef, raw: unknown): ObjectVersion | null {
  const item = itemSchema.safeParse(raw)
  const id = item.success && item.data.id ? readObjectId(item.data.id) : null
  const isOfObject =
    id?.kind === ref.kind && id.name.toLowerCase() === ref.name.toLowerCase() && id.origin === vaultUri.toLowerCase()
  if (!item.success || !isOfObject || !id.version) return null
  return { version: id.version, ...datesOf(item.data.attributes) }
}

const idPath = /^\/(secrets|keys|certificates)\/([0-9a-zA-Z-]{1,127})(?:\/([0-9a-fA-F]{32}))?\/?$/

function readObjectId(id: string) {
  const url = new URL(id)
  const [, collection, name, version] = idPath.exec(url.pathname) ?? []
  const kind = objectKinds.find((each) => collectionOf[each] === collection)
  return kind && name ? { kind, name, version: version?.toLowerCase() ?? null, origin: url.origin } : null
}
