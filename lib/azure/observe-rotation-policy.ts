// Does a key rotate by itself?
import { z } from 'zod'
import type { Renewal } from '#lib/domain/object-detail.ts'
import type { Observed } from '#lib/domain/observed.ts'
import type { Vault } from '#lib/domain/vault.ts'
import type { ObjectRef } from '#lib/domain/vault-object.ts'
import type { Azure } from './azure.ts'
import { vaultApiVersion } from './observe-objects.ts'
import { keyTrigger } from './rows/trigger-words.ts'
import { observeOne } from './wire/observe-one.ts'

const policySchema = z.object({
  lifetimeActions: z.array(
    z.object({
      action: z.object({ type: z.string() }),
      trigger: z.object({ timeAfterCreate: z.string().nullish(), timeBeforeExpiry: z.string().nullish() }).nullish(),
    }),
  ),
})

/**
 * The rotation policy of one key. A key nobody configured answers with a default that only notifies, as does one whose
 * rotation was taken out again: neither is automatic, and neither has a trigger. Never throws for Azure's sake.
 * https://learn.microsoft.com/rest/api/keyvault/keys/get-key-rotation-policy
 */
export async function observeRotationPolicy(azure: Azure, vault: Vault, ref: ObjectRef): Promise<Observed<Renewal>> {
  const path = `/keys/${encodeURIComponent(ref.name)}/rotationpolicy`
  return observeOne(
    () => azure.getFromVault(vault.tenantId, `${vault.uri}${path}?api-version=${vaultApiVersion.key}`),
    readPolicy,
    `the rotation policy of key ${ref.name} in vault ${vault.name}`,
  )
}

function readPolicy(raw: unknown): Renewal | null {
  const policy = policySchema.safeParse(raw)
  if (!policy.success) return null
  const rotation = policy.data.lifetimeActions.find(({ action }) => action.type.toLowerCase() === 'rotate')
  const trigger = keyTrigger(rotation?.trigger?.timeAfterCreate, rotation?.trigger?.timeBeforeExpiry)
  return { automatic: rotation !== undefined, trigger, issuer: null }
}
