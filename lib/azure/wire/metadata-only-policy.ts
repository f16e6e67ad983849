// No request for a value leaves this process: what is not a known list of metadata is stopped before a token is attached.
import type { PipelinePolicy } from '@azure/core-rest-pipeline'

const objectName = '[0-9a-z-]{1,127}'

/**
 * Vaults: the lists of objects, of deleted ones and of one object's versions, and the two policies that say how the next
 * version comes about. Nothing else, by nothing but GET.
 */
export const vaultLists = [
  `GET /(secrets|keys|certificates)(/${objectName}/versions)?`,
  'GET /deleted(secrets|keys|certificates)',
  `GET /keys/${objectName}/rotationpolicy`,
  `GET /certificates/${objectName}/policy`,
]

const vaultId = '/subscriptions/[^/]+/resourcegroups/[^/]+/providers/microsoft\\.keyvault/vaults/[^/]+'

/** Control plane: names and dates of secrets and keys, type and size of a key, diagnostic settings, deleted vaults, Resource Graph. */
export const controlPlaneLists = [
  `GET ${vaultId}/(secrets|keys)`,
  `GET ${vaultId}/keys/${objectName}`,
  `GET ${vaultId}/providers/microsoft\\.insights/diagnosticsettings`,
  'GET /subscriptions/[^/]+/providers/microsoft\\.keyvault/deletedvaults',
  'POST /providers/microsoft\\.resourcegraph/resources',
]

/** Log Analytics: a query against one workspace. */
export const workspaceQueries = ['POST /v1/workspaces/[0-9a-f-]+/query']

/**
 * Lets through only requests to `isHost` whose method and path match one of `allowed` (regular expressions over
 * `METHOD /path`, whatever the case). Throws on any other: that is a fault of ours, not a failure of Azure.
 */
export function metadataOnlyPolicy(isHost: (host: string) => boolean, allowed: readonly string[]): PipelinePolicy {
  const pattern = new RegExp(`^(?:${allowed.join('|')})$`, 'i')
  return {
    name: 'metadataOnlyPolicy',
    async sendRequest(request, next) {
      const url = new URL(request.url)
      const isKnown =
        url.protocol === 'https:' && isHost(url.hostname) && pattern.test(`${request.method} ${url.pathname}`)
      if (!isKnown) throw new Error(`Kempt does not ask ${request.method} ${url.host}${url.pathname}`)
      return next(request)
    },
  }
}
