// What Resource Graph is asked. Every query projects `id`, without which its pages are not stable, and joins nothing:
// joins are limited there and free here.

export const vaultsQuery = `resources
| where type =~ 'microsoft.keyvault/vaults'
| project id, name, tenantId, subscriptionId, resourceGroup, location, tags, properties
| order by id asc`

export const subscriptionsQuery = `resourcecontainers
| where type =~ 'microsoft.resources/subscriptions'
| project id, name, subscriptionId, tags, managementGroups = properties.managementGroupAncestorsChain
| order by id asc`

export const resourceGroupsQuery = `resourcecontainers
| where type =~ 'microsoft.resources/subscriptions/resourcegroups'
| project id, name, subscriptionId, tags
| order by id asc`

export const workspacesQuery = `resources
| where type =~ 'microsoft.operationalinsights/workspaces'
| project id, name, customerId = tostring(properties.customerId)
| order by id asc`
