// Where each Azure cloud answers, and for whom a token is asked there.

export type CloudName = 'public' | 'us-government' | 'china'

export type Cloud = {
  name: CloudName
  /** Origin that signs identities in. */
  loginOrigin: string
  /** Origin of the control plane and of Resource Graph. */
  armOrigin: string
  armScope: string
  /** End of every vault's host name, with its leading dot. */
  vaultSuffix: string
  vaultScope: string
  /** Origin of the Log Analytics query API. */
  logsOrigin: string
  logsScope: string
}

// Sources: @azure/identity's AzureAuthorityHosts, @azure/monitor-query-logs' KnownMonitorLogsQueryAudience and
// https://learn.microsoft.com/azure/key-vault/general/about-keys-secrets-certificates#dns-suffixes-for-object-identifiers
export const clouds: Record<CloudName, Cloud> = {
  public: {
    name: 'public',
    loginOrigin: 'https://login.microsoftonline.com',
    armOrigin: 'https://management.azure.com',
    armScope: 'https://management.azure.com/.default',
    vaultSuffix: '.vault.azure.net',
    vaultScope: 'https://vault.azure.net/.default',
    // api.loganalytics.io is being replaced by this host, but remains the audience of its tokens.
    logsOrigin: 'https://api.loganalytics.azure.com',
    logsScope: 'https://api.loganalytics.io/.default',
  },
  'us-government': {
    name: 'us-government',
    loginOrigin: 'https://login.microsoftonline.us',
    armOrigin: 'https://management.usgovcloudapi.net',
    armScope: 'https://management.usgovcloudapi.net/.default',
    vaultSuffix: '.vault.usgovcloudapi.net',
    vaultScope: 'https://vault.usgovcloudapi.net/.default',
    logsOrigin: 'https://api.loganalytics.us',
    logsScope: 'https://api.loganalytics.us/.default',
  },
  china: {
    name: 'china',
    loginOrigin: 'https://login.chinacloudapi.cn',
    armOrigin: 'https://management.chinacloudapi.cn',
    armScope: 'https://management.chinacloudapi.cn/.default',
    vaultSuffix: '.vault.azure.cn',
    vaultScope: 'https://vault.azure.cn/.default',
    logsOrigin: 'https://api.loganalytics.azure.cn',
    logsScope: 'https://api.loganalytics.azure.cn/.default',
  },
}
