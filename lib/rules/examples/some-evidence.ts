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
  versions: read(new Map()),
  renewals: read(new Map()),
  keyMaterial: read(new Map()),
  history: read(new Map()),
  diagnostics: read([aDiagnosticSetting()]),
  valueRoles: read([]),
  eventTopics: read([{ id: '/subscriptions/s/…/topic', name: 'topic' }]),
  accessLog: read(anAccessLog()),
  ...said,
})
