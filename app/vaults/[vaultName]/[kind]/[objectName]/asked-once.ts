// What several cards of the page rest on, asked once per request.
import { cache } from 'react'
import type { View } from '#app/view.ts'
import { getObjectThresholds } from '#lib/queries/objects/get-object-thresholds.ts'
import { listObjectDays } from '#lib/queries/objects/list-object-days.ts'
import { listObjectReaders } from '#lib/queries/objects/list-object-readers.ts'
import { listObjectVersions } from '#lib/queries/objects/list-object-versions.ts'
import { listVaultCoverage } from '#lib/queries/vaults/list-vault-coverage.ts'
import { type LogCover, logCover } from './_log/log-words.ts'

export const readersOf = cache(({ db, scope, at }: View, objectId: number) =>
  listObjectReaders(db, scope, { at, objectId }),
)

export const daysOf = cache(({ db, scope, at }: View, objectId: number) => listObjectDays(db, scope, { at, objectId }))

export const versionsOf = cache(({ db, scope, at }: View, objectId: number) =>
  listObjectVersions(db, scope, { at, objectId }),
)

export const thresholdsOf = cache(({ db, scope, at }: View, objectId: number) =>
  getObjectThresholds(db, scope, { at, objectId }),
)

/** How far each part of its vault was read. */
export const partsOf = cache(({ db, scope, at }: View, vaultId: number) =>
  listVaultCoverage(db, scope, { at, vaultId }),
)

/** How far the log of its vault covers the window. */
export async function coverOf(
  view: View,
  { objectId, vaultId }: { objectId: number; vaultId: number },
): Promise<LogCover> {
  const [days, parts] = await Promise.all([daysOf(view, objectId), partsOf(view, vaultId)])
  return logCover(
    days,
    parts.find(({ part }) => part === 'access-log'),
  )
}
