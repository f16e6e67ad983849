import type { Evidence } from '#lib/domain/evidence.ts'
import { read } from '#lib/domain/observed.ts'
import { aDiagnosticSetting } from './a-diagnostic-setting.ts'
import { aVault } from './a-vault.ts'
import { anAccessLog } from './an-access-log.ts'

/** An empty vault, wholly read, with which nothing is wrong, except what is said. */
export const someEvidence = (said: Partial<Evidence> = {}): Evidence => ({
  vault: aVault(),
  secrets: read([]),
  keys: read([]),
  certificates: read([]),
  diagnostics: read([aDiagnosticSetting()]),
  accessLog: read(anAccessLog()),
  ...said,
})
