// Which secrets, keys or certificates does a vault hold, and what is known about each without its value?
import { type Observed, partlyRead, type UnreadCode } from '#lib/domain/observed.ts'
import type { Vault } from '#lib/domain/vault.ts'
import { type ObjectKind, objectKey, type VaultObject } from '#lib/domain/vault-object.ts'
import type { Azure } from './azure.ts'
import { observeControlPlane } from './observe-control-plane.ts'
import { collectionOf, readObjectItem } from './rows/object-item.ts'
import { observeList } from './wire/observe-list.ts'
import { readPages } from './wire/read-pages.ts'

/** Latest of each: https://learn.microsoft.com/rest/api/keyvault/ */
export const vaultApiVersion: Record<ObjectKind, string> = {
  secret: '2026-04-01',
  key: '2025-07-01',
  certificate: '2025-07-01',
}

/** The most Key Vault gives at a time. */
export const itemsPerPage = 25

/** The vault is shut to us, while the control plane may still know its objects. */
const shut: readonly UnreadCode[] = [
  'forbidden-by-rbac',
  'forbidden-by-access-policy',
  'forbidden-by-firewall',
  'forbidden-by-connection',
  'forbidden',
  'name-not-resolved',
  'connection-failed',
]

/**
 * One kind of object in a vault, each with the attributes of its current version. When the vault refuses, its secrets
 * and keys are read from the control plane instead, `partly`, with the vault's reason. Never throws for Azure's sake.
 */
export async function observeObjects(azure: Azure, vault: Vault, kind: ObjectKind): Promise<Observed<VaultObject[]>> {
  const collection = collectionOf[kind]
  const url = `${vault.uri}/${collection}?api-version=${vaultApiVersion[kind]}&maxresults=${itemsPerPage}`
  const observed = await observeList(
    readPages((page) => azure.getFromVault(vault.tenantId, page), url),
    (item) => readObjectItem(vault.uri, kind, item),
    { about: `the ${collection} of vault ${vault.name}`, keyOf: objectKey },
  )
  if (observed.status !== 'not' || kind === 'certificate' || !shut.includes(observed.reason.code)) return observed

  const known = await observeControlPlane(azure, vault, kind)
  if (known.status === 'not') return observed
  return partlyRead(known.value, known.status === 'read' ? 'fields' : 'items', observed.reason)
}
