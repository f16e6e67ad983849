// The object an address names. What could not be the name of one is answered like an object nobody knows.
import { type ObjectKind, objectKinds } from '#lib/domain/vault-object.ts'

export type NamedObject = { vaultName: string; kind: ObjectKind; name: string }

/** Takes the parts of the address as they stand in it: a name has no character that would have to be written otherwise. */
export function objectIn(params: { vaultName: string; kind: string; objectName: string }): NamedObject | null {
  const { vaultName, objectName } = params
  const kind = objectKinds.find((one) => one === params.kind)
  const isName = /^[0-9a-zA-Z-]{1,127}$/.test(objectName) && /^[\w-]{1,127}$/.test(vaultName)
  return kind && isName ? { vaultName, kind, name: objectName } : null
}
