// For tests: an estate whose Resource Graph answers are written out by the test.
import type { AzureOptions } from '../azure.ts'
import { resourceGroupsQuery, subscriptionsQuery, workspacesQuery } from '../queries.ts'
import { type Answer, type Sent, scriptedAzure } from './scripted-azure.ts'

export const subscriptionId = '11111111-2222-3333-4444-555555555555'
export const tenantId = '99999999-1111-4111-8111-111111111111'

export const vaultRow = (
  name: string,
  properties: Record<string, unknown> = {},
  more: Record<string, unknown> = {},
) => ({
  id: `/subscriptions/${subscriptionId}/resourceGroups/RG-App/providers/Microsoft.KeyVault/vaults/${name}`,
  name,
  subscriptionId,
  resourceGroup: 'rg-app',
  location: 'westeurope',
  tags: null,
  properties: {
    tenantId,
    sku: { family: 'A', name: 'Standard' },
    vaultUri: `https://${name}.vault.azure.net/`,
    ...properties,
  },
  ...more,
})

const subscriptionRow = {
  id: `/subscriptions/${subscriptionId}`,
  name: 'Halden Production',
  subscriptionId,
  tags: { owner: 'platform' },
  managementGroups: [
    { name: 'mg-prod', displayName: 'Production' },
    { name: 'mg-root', displayName: '' },
  ],
}
const groupRow = { id: 'g', name: 'RG-APP', subscriptionId, tags: { owner: 'orders' } }

/** A page of Resource Graph. */
export const rows = (data: unknown[], more: Record<string, unknown> = {}): Answer => ({
  body: { totalRecords: data.length, count: data.length, data, facets: [], resultTruncated: 'false', ...more },
})

export type Body = {
  query: string
  subscriptions?: string[]
  managementGroups?: string[]
  options: Record<string, unknown>
}
export const isBody = (body: unknown): body is Body => typeof body === 'object' && body !== null && 'query' in body

/** Answers each query by its text; `vaults` may look at the whole request. */
export function estate(
  answers: { vaults?: (body: Body, sent: Sent) => Answer; subscriptions?: Answer; workspaces?: Answer },
  options?: Partial<AzureOptions>,
) {
  return scriptedAzure((sent) => {
    if (!isBody(sent.body)) return { status: 400 }
    if (sent.body.query === subscriptionsQuery) return answers.subscriptions ?? rows([subscriptionRow])
    if (sent.body.query === resourceGroupsQuery) return rows([groupRow])
    if (sent.body.query === workspacesQuery) return answers.workspaces ?? rows([])
    return answers.vaults?.(sent.body, sent) ?? rows([])
  }, options)
}
