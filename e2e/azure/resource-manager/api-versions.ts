// The api-versions Resource Manager knows for each kind of resource.
import type { Target } from './target.ts'

const keyVault = [
  '2026-02-01',
  '2025-05-01',
  '2024-11-01',
  '2024-04-01-preview',
  '2023-07-01',
  '2023-02-01',
  '2022-11-01',
  '2022-07-01',
  '2021-10-01',
  '2019-09-01',
  '2018-02-14',
  '2016-10-01',
  '2015-06-01',
]

/** The type a message names it by, and its versions, newest first. */
export function apiVersionsFor(target: Target): { type: string; supported: readonly string[] } {
  switch (target.kind) {
    case 'subscriptions':
      return {
        type: 'subscriptions',
        supported: ['2022-12-01', '2022-09-01', '2021-01-01', '2020-01-01', '2019-11-01', '2016-06-01'],
      }
    case 'diagnostic-settings':
      return { type: 'diagnosticSettings', supported: ['2021-05-01-preview', '2017-05-01-preview', '2016-09-01'] }
    case 'workspace':
      return { type: 'workspaces', supported: ['2025-02-01', '2023-09-01', '2022-10-01', '2021-06-01', '2020-08-01'] }
    case 'vaults':
    case 'deleted-vaults':
    case 'vault':
    case 'objects':
      return { type: 'vaults', supported: keyVault }
  }
}
