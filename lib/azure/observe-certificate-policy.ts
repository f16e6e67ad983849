// Does a certificate renew itself, through whom, and what is its key?
import { z } from 'zod'
import type { KeyMaterial, Renewal } from '#lib/domain/object-detail.ts'
import type { Observed } from '#lib/domain/observed.ts'
import type { Vault } from '#lib/domain/vault.ts'
import type { ObjectRef } from '#lib/domain/vault-object.ts'
import type { Azure } from './azure.ts'
import { vaultApiVersion } from './observe-objects.ts'
import { keyMaterialOf } from './rows/key-material.ts'
import { certificateTrigger } from './rows/trigger-words.ts'
import { observeOne } from './wire/observe-one.ts'

export type CertificatePolicy = { renewal: Renewal; keyMaterial: KeyMaterial | null }

const actionSchema = z.object({
  action: z.object({ action_type: z.string() }),
  trigger: z.object({ days_before_expiry: z.number().nullish(), lifetime_percentage: z.number().nullish() }).nullish(),
})

const policySchema = z
  .object({
    lifetime_actions: z.array(actionSchema).nullish(),
    issuer: z.object({ name: z.string().nullish() }).nullish(),
    key_props: z
      .object({ kty: z.string().nullish(), key_size: z.int().nullish(), crv: z.string().nullish() })
      .nullish(),
  })
  .refine(({ lifetime_actions, issuer, key_props }) => lifetime_actions ?? issuer ?? key_props)

/**
 * The policy of one certificate: how its next version comes about, and the key it will have. Holds nothing of the
 * certificate itself. Never throws for Azure's sake.
 * https://learn.microsoft.com/rest/api/keyvault/certificates/get-certificate-policy
 */
export async function observeCertificatePolicy(
  azure: Azure,
  vault: Vault,
  ref: ObjectRef,
): Promise<Observed<CertificatePolicy>> {
  const path = `/certificates/${encodeURIComponent(ref.name)}/policy`
  return observeOne(
    () => azure.getFromVault(vault.tenantId, `${vault.uri}${path}?api-version=${vaultApiVersion.certificate}`),
    readPolicy,
    `the policy of certificate ${ref.name} in vault ${vault.name}`,
  )
}

function readPolicy(raw: unknown): CertificatePolicy | null {
  const policy = policySchema.safeParse(raw)
  if (!policy.success) return null
  const { lifetime_actions, issuer, key_props } = policy.data
  const renewal = lifetime_actions?.find(({ action }) => action.action_type.toLowerCase() === 'autorenew')
  const trigger = certificateTrigger(renewal?.trigger?.days_before_expiry, renewal?.trigger?.lifetime_percentage)
  return {
    renewal: { automatic: renewal !== undefined, trigger, issuer: issuer?.name || null },
    keyMaterial: keyMaterialOf(key_props?.kty, key_props?.key_size, key_props?.crv),
  }
}
