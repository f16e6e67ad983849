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
| project id, name, customerId = tostring(properties.customerId), retentionDays = toint(properties.retentionInDays)
| order by id asc`

/** Also those made above the scope that is asked about: ask for them with `AtScopeAboveAndBelow`. */
export const roleAssignmentsQuery = `authorizationresources
| where type =~ 'microsoft.authorization/roleassignments'
| project id, roleDefinitionId = tolower(tostring(properties.roleDefinitionId)), principalId = tostring(properties.principalId), principalType = tostring(properties.principalType), scope = tolower(tostring(properties.scope)), condition = tostring(properties.condition)
| order by id asc`

export const roleDefinitionsQuery = `authorizationresources
| where type =~ 'microsoft.authorization/roledefinitions'
| project id, roleName = tostring(properties.roleName), permissions = properties.permissions
| order by id asc`

export const eventTopicsQuery = `resources
| where type =~ 'microsoft.eventgrid/systemtopics' and tostring(properties.topicType) =~ 'microsoft.keyvault.vaults'
| project id, name, source = tolower(tostring(properties.source))
| order by id asc`
