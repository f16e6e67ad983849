// Where the controls that a rule answers to are written down. CIS publishes its benchmark to members only: no page per control.

/** A built-in definition, as Microsoft's own lists link to it. */
export const azurePolicyHref = (definitionId: string) =>
  `https://portal.azure.com/#blade/Microsoft_Azure_Policy/PolicyDetailBlade/definitionId/%2Fproviders%2FMicrosoft.Authorization%2FpolicyDefinitions%2F${definitionId}`

const domains: Readonly<Record<string, string>> = {
  AM: 'asset-management',
  BR: 'backup-recovery',
  DP: 'data-protection',
  IM: 'identity-management',
  LT: 'logging-threat-detection',
  NS: 'network-security',
  PA: 'privileged-access',
  PV: 'posture-vulnerability-management',
}

/** The page of a control's domain in Microsoft's benchmark ("DP-6"); null for a domain that is not known here. */
export function benchmarkHref(id: string): string | null {
  const domain = domains[id.split('-')[0] ?? '']
  return domain ? `https://learn.microsoft.com/security/benchmark/azure/mcsb-${domain}` : null
}
