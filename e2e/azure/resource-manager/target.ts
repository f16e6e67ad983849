// Which resource a path of Resource Manager means. Paths are compared without case, as Azure does.

export type Target =
  | { kind: 'subscriptions' }
  | { kind: 'vaults'; subscriptionId: string }
  | { kind: 'deleted-vaults'; subscriptionId: string }
  | { kind: 'vault'; subscriptionId: string; group: string; vault: string }
  | { kind: 'diagnostic-settings'; subscriptionId: string; group: string; vault: string }
  | { kind: 'objects'; of: 'secret' | 'key'; subscriptionId: string; group: string; vault: string; name: string | null }
  | { kind: 'workspace'; subscriptionId: string; group: string; workspace: string }

const vaultPath = String.raw`/subscriptions/(?<subscriptionId>[^/]+)/resourcegroups/(?<group>[^/]+)/providers/microsoft\.keyvault/vaults/(?<vault>[^/]+)`

const patterns: [RegExp, (groups: Record<string, string | undefined>) => Target][] = [
  [/^\/subscriptions$/i, () => ({ kind: 'subscriptions' })],
  [
    /^\/subscriptions\/(?<subscriptionId>[^/]+)\/providers\/microsoft\.keyvault\/(?<list>vaults|deletedvaults)$/i,
    ({ subscriptionId = '', list = '' }) => ({
      kind: list.toLowerCase() === 'vaults' ? 'vaults' : 'deleted-vaults',
      subscriptionId,
    }),
  ],
  [
    new RegExp(`^${vaultPath}$`, 'i'),
    ({ subscriptionId = '', group = '', vault = '' }) => ({ kind: 'vault', subscriptionId, group, vault }),
  ],
  [
    new RegExp(`^${vaultPath}/providers/microsoft\\.insights/diagnosticsettings$`, 'i'),
    ({ subscriptionId = '', group = '', vault = '' }) => ({
      kind: 'diagnostic-settings',
      subscriptionId,
      group,
      vault,
    }),
  ],
  [
    new RegExp(`^${vaultPath}/(?<collection>secrets|keys)(?:/(?<name>[^/]+))?$`, 'i'),
    ({ subscriptionId = '', group = '', vault = '', collection = '', name }) => ({
      kind: 'objects',
      of: collection.toLowerCase() === 'secrets' ? 'secret' : 'key',
      subscriptionId,
      group,
      vault,
      name: name ?? null,
    }),
  ],
  [
    /^\/subscriptions\/(?<subscriptionId>[^/]+)\/resourcegroups\/(?<group>[^/]+)\/providers\/microsoft\.operationalinsights\/workspaces\/(?<workspace>[^/]+)$/i,
    ({ subscriptionId = '', group = '', workspace = '' }) => ({ kind: 'workspace', subscriptionId, group, workspace }),
  ],
]

/** Null for a path that means nothing here. */
export function targetOf(path: string): Target | null {
  const bare = path.replace(/\/+/g, '/').replace(/\/$/, '')
  for (const [pattern, target] of patterns) {
    const match = pattern.exec(bare)
    if (match) return target(match.groups ?? {})
  }
  return null
}

/** The permission it takes to read it. */
export function actionOf(target: Target): string {
  switch (target.kind) {
    case 'diagnostic-settings':
      return 'Microsoft.Insights/diagnosticSettings/read'
    case 'objects':
      return `Microsoft.KeyVault/vaults/${target.of}s/read`
    case 'deleted-vaults':
      return 'Microsoft.KeyVault/deletedVaults/read'
    case 'workspace':
      return 'Microsoft.OperationalInsights/workspaces/read'
    case 'subscriptions':
      return 'Microsoft.Resources/subscriptions/read'
    case 'vaults':
    case 'vault':
      return 'Microsoft.KeyVault/vaults/read'
  }
}
