// What a managed identity belongs to and is used from, read from ARM ids.

const typeWords: Readonly<Record<string, string>> = {
  'microsoft.web/sites': 'web app',
  'microsoft.web/sites/slots': 'slot',
  'microsoft.web/staticsites': 'static web app',
  'microsoft.managedidentity/userassignedidentities': 'user-assigned identity',
  'microsoft.compute/virtualmachines': 'virtual machine',
  'microsoft.compute/virtualmachinescalesets': 'scale set',
  'microsoft.compute/diskencryptionsets': 'disk encryption set',
  'microsoft.app/containerapps': 'container app',
  'microsoft.app/jobs': 'container app job',
  'microsoft.containerinstance/containergroups': 'container group',
  'microsoft.containerservice/managedclusters': 'Kubernetes cluster',
  'microsoft.logic/workflows': 'logic app',
  'microsoft.datafactory/factories': 'data factory',
  'microsoft.databricks/accessconnectors': 'Databricks connector',
  'microsoft.synapse/workspaces': 'Synapse workspace',
  'microsoft.automation/automationaccounts': 'Automation account',
  'microsoft.apimanagement/service': 'API Management service',
  'microsoft.network/applicationgateways': 'application gateway',
  'microsoft.cdn/profiles': 'Front Door profile',
  'microsoft.sql/servers': 'SQL server',
  'microsoft.storage/storageaccounts': 'storage account',
  'microsoft.documentdb/databaseaccounts': 'Cosmos DB account',
  'microsoft.eventgrid/topics': 'Event Grid topic',
  'microsoft.machinelearningservices/workspaces': 'machine learning workspace',
  'microsoft.hybridcompute/machines': 'Arc machine',
}

/** "web app app-shop-production". A type without a word of its own is named as Azure does; what is no ARM id, as it is. */
export function resourceText(resourceId: string): string {
  const [, provider = '', path = ''] = /\/providers\/([^/]+)\/((?:(?!\/providers\/).)+)$/i.exec(resourceId) ?? []
  const parts = path.split('/').filter(Boolean)
  const types = parts.filter((_, index) => index % 2 === 0)
  const names = parts.filter((_, index) => index % 2 === 1)
  const name = names.at(-1)
  if (!name) return resourceId
  const type = [provider, ...types].join('/').toLowerCase()
  return `${typeWords[type] ?? type} ${names.length > 1 ? names.join('/') : name}`
}

/** "user-assigned identity id-shop, used from web app app-shop"; null where the log names no resource. */
export function attachedText({
  resourceId,
  hostId,
}: {
  resourceId: string | null
  hostId: string | null
}): string | null {
  const texts = [...new Set([resourceId, hostId].flatMap((id) => (id ? [resourceText(id)] : [])))]
  return texts.length > 0 ? texts.join(', used from ') : null
}
