// Which versions does an object have, and which of them are still enabled?
import type { Observed } from '#lib/domain/observed.ts'
import type { Vault } from '#lib/domain/vault.ts'
import type { ObjectRef, ObjectVersion } from '#lib/domain/vault-object.ts'
import type { Azure } from './azure.ts'
import { itemsPerPage, vaultApiVersion } from './observe-objects.ts'
import { collectionOf, readVersionItem } from './rows/object-item.ts'
import { observeList } from './wire/observe-list.ts'
import { readPages } from './wire/read-pages.ts'

/**
 * The versions of one object, in Key Vault's order: by version id, which says nothing about age. At most `cap`, since
 * objects with tens of thousands exist and take minutes; then `partly`, with `not-asked`. Never throws for Azure's sake.
 */
export async function observeVersions(
  azure: Azure,
  vault: Vault,
  ref: ObjectRef,
  { cap = 100 }: { cap?: number } = {},
): Promise<Observed<ObjectVersion[]>> {
  const path = `${collectionOf[ref.kind]}/${encodeURIComponent(ref.name)}/versions`
  const url = `${vault.uri}/${path}?api-version=${vaultApiVersion[ref.kind]}&maxresults=${itemsPerPage}`
  return observeList(
    readPages((page) => azure.getFromVault(vault.tenantId, page), url),
    (item) => readVersionItem(vault.uri, ref, item),
    { about: `the versions of ${ref.kind} ${ref.name} in vault ${vault.name}`, keyOf: (item) => item.version, cap },
  )
}
