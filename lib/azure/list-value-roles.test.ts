import { expect, test } from 'vitest'
import { listValueRoles } from './list-value-roles.ts'
import { roleAssignmentsQuery, roleDefinitionsQuery } from './queries.ts'
import { type Answer, scriptedAzure, vault } from './testing/scripted-azure.ts'
import { isBody, rows } from './testing/scripted-estate.ts'

const roleId = (name: string) => `/providers/microsoft.authorization/roledefinitions/${name}`
const definition = (name: string, dataActions: string[], notDataActions: string[] | null = null) => ({
  id: roleId(name),
  roleName: `Role ${name}`,
  permissions: [{ actions: ['*'], notActions: [], dataActions, notDataActions }],
})
const definitions = [
  definition('user', ['Microsoft.KeyVault/vaults/secrets/getSecret/action']),
  definition('wild', ['microsoft.keyvault/*']),
  definition('reader', ['Microsoft.KeyVault/vaults/*/read', 'Microsoft.KeyVault/vaults/secrets/readMetadata/action']),
  definition('nearly', ['*'], ['Microsoft.KeyVault/vaults/secrets/getSecret/*']),
  { id: roleId('owner'), roleName: 'Owner', permissions: [{ actions: ['*'], notActions: [] }] },
]
const group = '/providers/Microsoft.Management/managementGroups'
const assignment = (scope: string, role = 'user', more: Record<string, unknown> = {}) => ({
  id: `${scope === '/' ? '' : scope}/providers/Microsoft.Authorization/RoleAssignments/${role}`,
  roleDefinitionId: roleId(role),
  principalId: 'P-1',
  principalType: 'Group',
  scope,
  condition: null,
  ...more,
})

const subscription = `/subscriptions/${vault.subscriptionId}`
const idsOf = (subscriptionId: string) => (subscriptionId === vault.subscriptionId ? ['MG-Prod', 'tenant'] : [])

const connect = (assignments: unknown[], answer: (query: string) => Answer | null = () => null) =>
  scriptedAzure(({ body }) => {
    if (!isBody(body)) return { status: 400 }
    return answer(body.query) ?? rows(body.query === roleDefinitionsQuery ? definitions : assignments)
  })
async function rolesOf(assignments: unknown[]) {
  const roles = await listValueRoles(connect(assignments).azure, idsOf)
  if (roles.status === 'not') throw new Error(roles.reason.detail)
  return { ...roles, value: roles.value(vault) }
}

test('an assignment is told with its role, its holder, its scope and how far it reaches', async () => {
  const { status, value } = await rolesOf([assignment(`${subscription}/resourceGroups/RG-App`, 'wild')])
  expect(status).toBe('read')
  expect(value).toEqual([
    {
      id: `${subscription}/resourcegroups/rg-app/providers/microsoft.authorization/roleassignments/wild`,
      roleName: 'Role wild',
      principalId: 'P-1',
      principalType: 'Group',
      scope: `${subscription}/resourcegroups/rg-app`,
      level: 'resource-group',
      conditional: false,
    },
  ])
})

test('the scopes that contain the vault, the widest first', async () => {
  const { value } = await rolesOf([
    assignment(`${vault.resourceId}/secrets/stripe-key`),
    assignment(vault.resourceId.toUpperCase()),
    assignment(vault.resourceId, 'wild'),
    assignment(`${subscription}/resourceGroups/RG-App`),
    assignment(`${subscription}/`),
    assignment(`${group}/mg-prod`),
    assignment(`${group}/Tenant`),
    assignment('/'),
  ])
  expect(value.map(({ level, scope }) => `${level} ${scope.split('/').at(-1)}`)).toEqual([
    'root ',
    'management-group mg-prod',
    'management-group tenant',
    `subscription ${vault.subscriptionId}`,
    'resource-group rg-app',
    'vault kv-orders',
    'vault kv-orders',
    'object stripe-key',
  ])
})

test.each([
  `${group}/mg-other`,
  '/subscriptions/66666666-2222-3333-4444-555555555555',
  `${subscription}/resourceGroups/rg-app-2`,
  `${vault.resourceId}-2`,
  `${vault.resourceId}-2/secrets/stripe-key`,
  `${subscription}/resourceGroups/rg-app/providers/Microsoft.Storage/storageAccounts/kvorders`,
])('an assignment on %s does not reach the vault', async (scope) => {
  expect((await rolesOf([assignment(scope)])).value).toEqual([])
})

test('only roles that show values count, and a condition is told', async () => {
  const { value } = await rolesOf([
    assignment(vault.resourceId, 'reader'),
    assignment(vault.resourceId, 'nearly'),
    assignment(vault.resourceId, 'owner'),
    assignment(vault.resourceId, 'user', {
      condition: "@Resource[Microsoft.KeyVault/vaults/secrets:name] StringEquals 'a'",
    }),
    assignment(vault.resourceId, 'wild', {
      roleDefinitionId: `${subscription}${roleId('wild').toUpperCase()}`,
      condition: '',
    }),
  ])
  expect(value.map(({ roleName, conditional }) => [roleName, conditional])).toEqual([
    ['Role user', true],
    ['Role wild', false],
  ])
})

test('Resource Graph is asked for what lies above its scope too, page by page', async () => {
  const { azure, sent } = connect([], (query) =>
    query === roleAssignmentsQuery
      ? rows([assignment(vault.resourceId)], { totalRecords: 2, ...(sent.length < 3 ? { $skipToken: 'next' } : {}) })
      : null,
  )
  const roles = await listValueRoles(azure, idsOf)
  expect(roles.status === 'read' && roles.value(vault).length).toBe(1)
  expect(sent.length).toBe(3)
  for (const { body } of sent)
    expect(body).toMatchObject({ options: { authorizationScopeFilter: 'AtScopeAboveAndBelow' } })
})

test('a role whose definition cannot be seen may show values: that is said', async () => {
  const roles = await rolesOf([assignment(vault.resourceId), assignment(vault.resourceId, 'hidden')])
  expect(roles).toMatchObject({
    status: 'partly',
    missing: 'items',
    value: [{ roleName: 'Role user' }],
    reason: { code: 'malformed-answer' },
  })
})

test('an assignment that cannot be understood is missing, not left out', async () => {
  const roles = await rolesOf([assignment(vault.resourceId), { ...assignment(vault.resourceId), scope: '' }])
  expect(roles).toMatchObject({ status: 'partly', value: [{ roleName: 'Role user' }] })
})

test('who sees not even its own assignment has no rights; that is no empty answer', async () => {
  expect(await listValueRoles(connect([]).azure, idsOf)).toMatchObject({ status: 'not', reason: { code: 'forbidden' } })
})

test.each([roleDefinitionsQuery, roleAssignmentsQuery])(
  'a listing that fails is a part not read: %s',
  async (failing) => {
    const { azure } = connect([assignment(vault.resourceId)], (query) =>
      query === failing ? { status: 403, body: { error: { code: 'AuthorizationFailed' } } } : null,
    )
    expect(await listValueRoles(azure, idsOf)).toMatchObject({ status: 'not', reason: { code: 'forbidden' } })
  },
)
