// The tables of Resource Graph that Kempt reads. All of them have the same columns.
import { columnsOf, type Schema } from '../kql/schema.ts'

const columns = columnsOf({
  id: 'string',
  name: 'string',
  type: 'string',
  tenantId: 'string',
  kind: 'string',
  location: 'string',
  resourceGroup: 'string',
  subscriptionId: 'string',
  managedBy: 'string',
  sku: 'dynamic',
  plan: 'dynamic',
  properties: 'dynamic',
  tags: 'dynamic',
  identity: 'dynamic',
  zones: 'dynamic',
  extendedLocation: 'dynamic',
})

export const tableNames = ['resources', 'resourcecontainers', 'authorizationresources'] as const

export type TableName = (typeof tableNames)[number]

export const resourceGraphSchema: Schema = {
  tables: tableNames.map((name) => ({ name, columns })),
  tableNamesIgnoreCase: true,
  // https://learn.microsoft.com/azure/governance/resource-graph/concepts/query-language
  expandLimit: 128,
}
