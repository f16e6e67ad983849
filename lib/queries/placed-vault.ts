// A vault as the ledgers of what was read name it: found though its own row in Resource Graph was not.
import { z } from 'zod'

export type PlacedVault = {
  vaultId: number
  name: string
  resourceId: string
  /** Null when the vault's own row in Resource Graph could not be read. */
  place: { uri: string; subscriptionId: string; subscriptionName: string; resourceGroup: string } | null
  accessModel: 'rbac' | 'access-policy' | null
}

/** The columns of it. */
export const placedVaultSchema = z.object({
  vault_id: z.int(),
  name: z.string(),
  resource_id: z.string(),
  uri: z.string().nullable(),
  subscription_id: z.string().nullable(),
  subscription_name: z.string().nullable(),
  resource_group: z.string().nullable(),
  access_model: z.enum(['rbac', 'access-policy']).nullable(),
})

export function toPlacedVault(row: z.infer<typeof placedVaultSchema>): PlacedVault {
  const { uri, subscription_id, subscription_name, resource_group } = row
  const known = uri !== null && subscription_id !== null && subscription_name !== null && resource_group !== null
  return {
    vaultId: row.vault_id,
    name: row.name,
    resourceId: row.resource_id,
    place: known
      ? { uri, subscriptionId: subscription_id, subscriptionName: subscription_name, resourceGroup: resource_group }
      : null,
    accessModel: row.access_model,
  }
}
