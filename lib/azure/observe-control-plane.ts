// What does the control plane know of a vault's secrets or keys, when the vault itself is shut to us?
import { z } from 'zod'
import type { Observed } from '#lib/domain/observed.ts'
import type { Vault } from '#lib/domain/vault.ts'
import { type ObjectKind, objectKey, type VaultObject } from '#lib/domain/vault-object.ts'
import type { Azure } from './azure.ts'
import { attributesSchema, collectionOf, datesOf, tagsSchema } from './rows/object-item.ts'
import { observeList } from './wire/observe-list.ts'
import { readPages } from './wire/read-pages.ts'

const itemSchema = z.object({
  name: z.string().regex(/^[0-9a-zA-Z-]{1,127}$/),
  tags: tagsSchema,
  properties: z.object({ attributes: attributesSchema, contentType: z.string().nullish() }),
})

/**
 * Firewalls guard the data plane only, so this list often works where the vault's own does not. It knows no recovery
 * level and not whether an object is the secret or key behind a certificate, and there is none for certificates.
 * https://learn.microsoft.com/rest/api/keyvault/keyvault/secrets/list
 */
export async function observeControlPlane(
  azure: Azure,
  vault: Vault,
  kind: Exclude<ObjectKind, 'certificate'>,
): Promise<Observed<VaultObject[]>> {
  const collection = collectionOf[kind]
  const url = `${azure.cloud.armOrigin}${vault.resourceId}/${collection}?api-version=2026-02-01`
  return observeList(
    readPages((page) => azure.getFromArm(page), url),
    (item) => readItem(kind, item),
    { about: `the ${collection} of vault ${vault.name} from the control plane`, keyOf: objectKey },
  )
}

function readItem(kind: Exclude<ObjectKind, 'certificate'>, raw: unknown): VaultObject | null {
  const item = itemSchema.safeParse(raw)
  if (!item.success) return null
  const { name, tags, properties } = item.data
  const contentType = properties.contentType ?? null
  return {
    kind,
    name,
    ...datesOf(properties.attributes),
    contentType,
    tags,
    managed: kind === 'key' || isCertificateContent(contentType) ? null : false,
    recoveryLevel: null,
  }
}

/** The secret behind a certificate has one of these; so has a certificate that somebody stored as a secret. */
const isCertificateContent = (contentType: string | null) =>
  contentType === 'application/x-pkcs12' || contentType === 'application/x-pem-file'
