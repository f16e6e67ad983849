// What a managed identity belongs to and is used from, read from ARM ids.
import type { NamedCaller } from '#lib/queries/callers/named-caller.ts'
import { callerKindWords } from './words.ts'

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

type Attached = Pick<NamedCaller, 'resourceId' | 'hostId'>

/** "web app app-shop-production". A type without a word of its own is named as Azure does; what is no ARM id, as it is. */
export function resourceText(resourceId: string): string {
  const resource = resourceIn(resourceId)
  return resource ? `${resource.type} ${resource.name}` : resourceId
}

function resourceIn(resourceId: string): { type: string; name: string } | null {
  const [, provider = '', path = ''] = /\/providers\/([^/]+)\/((?:(?!\/providers\/).)+)$/i.exec(resourceId) ?? []
  const parts = path.split('/').filter(Boolean)
  const types = parts.filter((_, index) => index % 2 === 0)
  const names = parts.filter((_, index) => index % 2 === 1)
  const name = names.at(-1)
  if (!name) return null
  const type = [provider, ...types].join('/').toLowerCase()
  return { type: typeWords[type] ?? type, name: names.length > 1 ? names.join('/') : name }
}

/** "user-assigned identity id-shop, used from web app app-shop"; null where the log names no resource. */
export function attachedText({ resourceId, hostId }: Attached): string | null {
  const texts = [...new Set([resourceId, hostId].flatMap((id) => (id ? [resourceText(id)] : [])))]
  return texts.length > 0 ? texts.join(', used from ') : null
}

/**
 * "managed identity: web app app-shop", beside the name of the caller: what it is called after it is not named again, as in
 * "managed identity: web app" and "managed identity, used from web app app-shop".
 */
export function callerText({ kind, name, resourceId, hostId }: Omit<NamedCaller, 'identity'>): string {
  const own = resourceId ? resourceIn(resourceId) : null
  const namesake = own && own.name.toLowerCase() === name.toLowerCase() ? own : null
  const from = hostId && hostId !== resourceId ? `, used from ${resourceText(hostId)}` : ''
  // An identity that stands by itself is nothing but one.
  const belongs = !resourceId || (namesake && from) ? '' : `: ${namesake?.type ?? resourceText(resourceId)}`
  return `${callerKindWords[kind]}${belongs}${from}`
}
