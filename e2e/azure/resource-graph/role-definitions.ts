// The built-in roles that matter for vaults, as authorizationresources lists them.
// Ids and actions: https://learn.microsoft.com/azure/role-based-access-control/built-in-roles
import type { Row, Value } from '../kql/values.ts'

type Role = {
  id: string
  name: string
  description: string
  actions?: string[]
  notActions?: string[]
  dataActions?: string[]
}

const vault = 'Microsoft.KeyVault'
const vaultReads = [
  `${vault}/vaults/*/read`,
  `${vault}/deletedVaults/read`,
  `${vault}/locations/*/read`,
  `${vault}/checkNameAvailability/read`,
  `${vault}/operations/read`,
]

const roles: readonly Role[] = [
  {
    id: '21090545-7ca7-4776-b22c-e363652d74d2',
    name: 'Key Vault Reader',
    description: 'Read metadata of key vaults and its certificates, keys, and secrets.',
    actions: [...vaultReads, 'Microsoft.Authorization/*/read', 'Microsoft.Resources/subscriptions/resourceGroups/read'],
    dataActions: [`${vault}/vaults/*/read`, `${vault}/vaults/secrets/readMetadata/action`],
  },
  {
    id: '00482a5a-887f-4fb3-b363-3b7fe8e74483',
    name: 'Key Vault Administrator',
    description: 'Perform all data plane operations on a key vault and all objects in it.',
    actions: vaultReads,
    dataActions: [`${vault}/vaults/*`],
  },
  {
    id: 'b86a8fe4-44ce-4948-aee5-eccb2c155cd7',
    name: 'Key Vault Secrets Officer',
    description: 'Perform any action on the secrets of a key vault, except manage permissions.',
    actions: vaultReads,
    dataActions: [`${vault}/vaults/secrets/*`],
  },
  {
    id: '4633458b-17de-408a-b874-0445c86b69e6',
    name: 'Key Vault Secrets User',
    description: 'Read secret contents.',
    dataActions: [`${vault}/vaults/secrets/getSecret/action`, `${vault}/vaults/secrets/readMetadata/action`],
  },
  {
    id: 'db79e9a7-68ee-4b58-9aeb-b90e7c24fcba',
    name: 'Key Vault Certificate User',
    description: 'Read certificate contents.',
    dataActions: [
      `${vault}/vaults/certificates/read`,
      `${vault}/vaults/secrets/getSecret/action`,
      `${vault}/vaults/secrets/readMetadata/action`,
      `${vault}/vaults/keys/read`,
    ],
  },
  {
    id: 'a4417e6f-fecd-4de8-b567-7b0420556985',
    name: 'Key Vault Certificates Officer',
    description: 'Perform any action on the certificates of a key vault, except reading the secret and key portions.',
    actions: vaultReads,
    dataActions: [`${vault}/vaults/certificatecas/*`, `${vault}/vaults/certificates/*`],
  },
  {
    id: '14b46e9e-c2b7-41b4-b07b-48a6ebf60603',
    name: 'Key Vault Crypto Officer',
    description: 'Perform any action on the keys of a key vault, except manage permissions.',
    actions: vaultReads,
    dataActions: [`${vault}/vaults/keys/*`, `${vault}/vaults/keyrotationpolicies/*`],
  },
  {
    id: '12338af0-0e69-4776-bea7-57ae8d297424',
    name: 'Key Vault Crypto User',
    description: 'Perform cryptographic operations using keys.',
    dataActions: [
      `${vault}/vaults/keys/read`,
      `${vault}/vaults/keys/encrypt/action`,
      `${vault}/vaults/keys/decrypt/action`,
      `${vault}/vaults/keys/wrap/action`,
      `${vault}/vaults/keys/unwrap/action`,
      `${vault}/vaults/keys/sign/action`,
      `${vault}/vaults/keys/verify/action`,
    ],
  },
  {
    id: 'e147488a-f6f5-4113-8e2d-b22465e65bf6',
    name: 'Key Vault Crypto Service Encryption User',
    description: 'Read metadata of keys and perform wrap/unwrap operations.',
    dataActions: [
      `${vault}/vaults/keys/read`,
      `${vault}/vaults/keys/wrap/action`,
      `${vault}/vaults/keys/unwrap/action`,
    ],
  },
  {
    id: 'a68e7c17-0ab2-4c09-9a58-125dae29748c',
    name: 'Key Vault Purge Operator',
    description: 'Allows permanent deletion of soft-deleted vaults.',
    actions: [`${vault}/deletedVaults/read`, `${vault}/locations/deletedVaults/purge/action`],
  },
  {
    id: '8b54135c-b56d-4d72-a534-26097cfdc8d8',
    name: 'Key Vault Data Access Administrator',
    description: 'Manage access to Azure Key Vault by adding or removing role assignments for the Key Vault roles.',
    actions: ['Microsoft.Authorization/roleAssignments/write', 'Microsoft.Authorization/roleAssignments/delete'],
  },
  {
    id: 'acdd72a7-3385-48ef-bd42-f606fba81ae7',
    name: 'Reader',
    description: 'View all resources, but does not allow you to make any changes.',
    actions: ['*/read'],
  },
  {
    id: '73c42c96-874c-492b-b04d-ab87d138a893',
    name: 'Log Analytics Reader',
    description:
      'Log Analytics Reader can view and search all monitoring data as well as and view monitoring settings.',
    actions: [
      '*/read',
      'Microsoft.OperationalInsights/workspaces/analytics/query/action',
      'Microsoft.OperationalInsights/workspaces/search/action',
    ],
    notActions: ['Microsoft.OperationalInsights/workspaces/sharedKeys/read'],
  },
  {
    id: '8e3af657-a8ff-443c-a75c-2fe8c4bcb635',
    name: 'Owner',
    description: 'Grants full access to manage all resources, including the ability to assign roles in Azure RBAC.',
    actions: ['*'],
  },
  {
    id: 'b24988ac-6180-42a0-ab88-20f7382dd24c',
    name: 'Contributor',
    description: 'Grants full access to manage all resources, but does not allow you to assign roles in Azure RBAC.',
    actions: ['*'],
    notActions: ['Microsoft.Authorization/*/Delete', 'Microsoft.Authorization/*/Write'],
  },
]

/** What a role, by its id, lets its holder do with the resources themselves. */
export function actionsOf(id: string): { actions: string[]; notActions: string[] } {
  const { actions = [], notActions = [] } = roles.find((role) => role.id === id) ?? {}
  return { actions, notActions }
}

/** What a role, by its id, lets its holder do with the data of a resource. */
export const dataActionsOf = (id: string): string[] => roles.find((role) => role.id === id)?.dataActions ?? []

/** Resource Graph names role definitions without a subscription, and with capitals of its own. */
export function roleDefinitionId(name: string): string {
  return `/providers/Microsoft.Authorization/RoleDefinitions/${name}`
}

export function roleDefinitionRows(tenantId: string): Row[] {
  return roles.map(
    ({ id, name, description, actions = [], notActions = [], dataActions = [] }): Record<string, Value> => ({
      id: roleDefinitionId(id),
      name: id,
      type: 'microsoft.authorization/roledefinitions',
      tenantId,
      properties: {
        roleName: name,
        type: 'BuiltInRole',
        description,
        assignableScopes: ['/'],
        permissions: [{ actions, notActions, dataActions, notDataActions: [] }],
      },
    }),
  )
}
