// Which objects of a vault are deleted, but can still be recovered?
import type { DeletedObject } from '#lib/domain/deleted-object.ts'
import { type Observed, partlyRead, read } from '#lib/domain/observed.ts'
import type { Vault } from '#lib/domain/vault.ts'
import { type ObjectKind, objectKey, objectKinds } from '#lib/domain/vault-object.ts'
import type { Azure } from './azure.ts'
import { itemsPerPage, vaultApiVersion } from './observe-objects.ts'
import { type DeletedItem, readDeletedItem } from './rows/deleted-item.ts'
import { collectionOf } from './rows/object-item.ts'
import { observeList } from './wire/observe-list.ts'
import { readPages } from './wire/read-pages.ts'

/**
 * The deleted secrets, keys and certificates of a vault in one list, without the secret and key of a deleted
 * certificate, which come and go with it. One list that fails makes it `partly`. Never throws for Azure's sake.
 */
export async function observeDeleted(azure: Azure, vault: Vault): Promise<Observed<DeletedObject[]>> {
  const lists = await Promise.all(objectKinds.map((kind) => observeKind(azure, vault, kind)))
  const [reason] = lists.flatMap((list) => (list.status === 'read' ? [] : [list.reason]))
  const items = lists.flatMap((list) => (list.status === 'not' ? [] : list.value))
  const objects = items.flatMap(({ managed, ...object }) => (managed ? [] : [object]))
  if (!reason) return read(objects)
  return lists.every(({ status }) => status === 'not')
    ? { status: 'not', reason }
    : partlyRead(objects, 'items', reason)
}

function observeKind(azure: Azure, vault: Vault, kind: ObjectKind): Promise<Observed<DeletedItem[]>> {
  const collection = `deleted${collectionOf[kind]}`
  const url = `${vault.uri}/${collection}?api-version=${vaultApiVersion[kind]}&maxresults=${itemsPerPage}`
  return observeList(
    readPages((page) => azure.getFromVault(vault.tenantId, page), url),
    (item) => readDeletedItem(vault.uri, kind, item),
    { about: `the deleted ${collectionOf[kind]} of vault ${vault.name}`, keyOf: objectKey },
  )
}
