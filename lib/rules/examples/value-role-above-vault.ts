import { notRead, partlyRead, read } from '#lib/domain/observed.ts'
import type { ValueRole } from '#lib/domain/role-assignment.ts'
import { aValueRole } from './a-value-role.ts'
import { aVault } from './a-vault.ts'
import type { Example } from './example.ts'

const subscription = { level: 'subscription', scope: '/subscriptions/s' } as const
const group = { level: 'resource-group', scope: '/subscriptions/s/resourcegroups/rg-shop' } as const
const roles = (...said: Partial<ValueRole>[]) => ({ valueRoles: read(said.map(aValueRole)) })
const brokeOff = { code: 'throttled', detail: 'page 2 was refused' } as const

export const examples: readonly Example[] = [
  {
    says: 'a role on the vault is where it belongs',
    given: roles({}, { level: 'object', principalId: 'p-2' }),
    verdict: 'pass',
    because: 'Roles that read its values are assigned on the vault itself, or in it.',
  },
  {
    says: 'a vault that nobody reads is read by nobody from above',
    given: roles(),
    verdict: 'pass',
    because: 'Nobody has a role that reads its values.',
  },
  {
    says: 'a role on the resource group opens every vault in it',
    given: roles(group),
    verdict: 'fail',
    because:
      'Roles that read its values are assigned above it: Key Vault Secrets User on the resource group for ServicePrincipal p-1.',
  },
  { says: 'one on the subscription more of them', given: roles(subscription), verdict: 'fail' },
  {
    says: 'one on a management group more still',
    given: roles({ level: 'management-group', scope: '/providers/microsoft.management/managementgroups/halden' }),
    verdict: 'fail',
  },
  {
    says: 'and one at the root all there are',
    given: roles({ level: 'root', scope: '/', roleName: 'Key Vault Administrator', principalType: 'User' }),
    verdict: 'fail',
    because:
      'Roles that read its values are assigned above it: Key Vault Administrator on the root of the tenant for User p-1.',
  },
  {
    says: 'a condition may narrow it, and it counts, for it reaches every vault',
    given: roles({ ...subscription, conditional: true, principalType: 'Group' }),
    verdict: 'fail',
    because:
      'Roles that read its values are assigned above it: Key Vault Secrets User on the subscription for Group p-1 (with a condition).',
  },
  {
    says: 'of many the sentence names three, in order, and none twice',
    given: roles(
      ...['p-4', 'p-2', 'p-3', 'p-1', 'p-2'].map((principalId, index) => ({
        ...subscription,
        principalId,
        id: String(index),
      })),
    ),
    verdict: 'fail',
    because:
      'Roles that read its values are assigned above it: Key Vault Secrets User on the subscription for ServicePrincipal p-1, Key Vault Secrets User on the subscription for ServicePrincipal p-2, Key Vault Secrets User on the subscription for ServicePrincipal p-3 and 1 more.',
  },
  {
    says: 'under access policies such roles open nothing',
    given: { vault: aVault({ settings: { accessModel: 'access-policy' } }), ...roles(subscription) },
    verdict: 'not-applicable',
    because: 'Access is granted through access policies: such roles read nothing here.',
  },
  {
    says: 'so there it does not matter that nobody could ask',
    given: {
      vault: aVault({ settings: { accessModel: 'access-policy' } }),
      valueRoles: notRead('forbidden', 'AuthorizationFailed'),
    },
    verdict: 'not-applicable',
  },
  {
    says: 'one that was seen is too many, however many were not',
    given: { valueRoles: partlyRead([aValueRole(subscription)], 'items', brokeOff) },
    verdict: 'fail',
  },
  {
    says: 'none among those that were seen proves nothing',
    given: { valueRoles: partlyRead([aValueRole()], 'items', brokeOff) },
    verdict: 'unknown',
    because: 'The role assignments were read only in part: Azure asked to slow down for too long.',
  },
  {
    says: 'assignments that could not be read may be anywhere',
    given: { valueRoles: notRead('forbidden', 'AuthorizationFailed') },
    verdict: 'unknown',
    because: 'The role assignments were not read: Azure refused without saying why.',
  },
]
