// How far the access log of a vault is known, asked once per request however many cards of its page rest on it.
import { cache } from 'react'
import { logDays } from '#app/snapshots/log/log-words.ts'
import type { View } from '#app/view.ts'
import { getVaultLog } from '#lib/queries/log/get-vault-log.ts'

export const vaultLogOf = cache(({ db, scope, at }: View, vaultId: number) =>
  getVaultLog(db, scope, { at, days: logDays, vaultId }),
)
