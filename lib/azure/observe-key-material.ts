// Of what type and size is a key?
import { z } from 'zod'
import type { KeyMaterial } from '#lib/domain/object-detail.ts'
import type { Observed } from '#lib/domain/observed.ts'
import type { Vault } from '#lib/domain/vault.ts'
import type { ObjectRef } from '#lib/domain/vault-object.ts'
import type { Azure } from './azure.ts'
import { keyMaterialOf } from './rows/key-material.ts'
import { observeOne } from './wire/observe-one.ts'

const keySchema = z.object({
  properties: z.object({ kty: z.string(), keySize: z.int().nullish(), curveName: z.string().nullish() }),
})

/**
 * Type and size of one key's current version, from the control plane: it tells them of single keys only, behind a
 * vault's firewall too, and leaves no KeyGet in the vault's audit log, as asking the vault would. Never throws for
 * Azure's sake. https://learn.microsoft.com/rest/api/keyvault/keyvault/keys/get
 */
export async function observeKeyMaterial(azure: Azure, vault: Vault, ref: ObjectRef): Promise<Observed<KeyMaterial>> {
  const path = `${vault.resourceId}/keys/${encodeURIComponent(ref.name)}`
  return observeOne(
    () => azure.getFromArm(`${azure.cloud.armOrigin}${path}?api-version=2026-02-01`),
    readKey,
    `type and size of key ${ref.name} in vault ${vault.name}`,
  )
}

function readKey(raw: unknown): KeyMaterial | null {
  const key = keySchema.safeParse(raw)
  if (!key.success) return null
  const { kty, keySize, curveName } = key.data.properties
  return keyMaterialOf(kty, keySize, curveName)
}
