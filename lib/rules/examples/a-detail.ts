import type { PerObject } from '#lib/domain/evidence.ts'
import { type Observed, read } from '#lib/domain/observed.ts'
import { type ObjectRef, objectKey } from '#lib/domain/vault-object.ts'

/** A part that is read object by object, of which one object was asked about. */
export const aDetail = <T>(object: ObjectRef, observed: Observed<T>): Observed<PerObject<T>> =>
  read(new Map([[objectKey(object), observed]]))
