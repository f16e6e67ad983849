import { expect, test } from 'vitest'
import { unreadCodes } from '#lib/domain/observed.ts'
import { type Gap, grantFor, type UnreadVault } from './grant-command.ts'

const resourceId = '/subscriptions/s1/resourcegroups/rg-orders/providers/microsoft.keyvault/vaults/kv-orders'

const row: UnreadVault = {
  name: 'kv-orders',
  resourceId,
  place: {
    uri: 'https://kv-orders.vault.azure.net',
    subscriptionId: 's1',
    resourceGroup: 'rg-orders',
  },
  accessModel: 'rbac',
}

const gap = (changed: Partial<Gap>): Gap => ({
  parts: [{ part: 'secrets' }],
  code: 'forbidden',
  detail: 'Could not read the secrets of vault kv-orders: 403.',
  ...changed,
})

const commandFor = (changed: Partial<Gap>, of: Partial<UnreadVault> = {}) =>
  grantFor({ ...row, ...of }, gap(changed)).command

test('a missing role is Key Vault Reader on this vault alone', () => {
  expect(commandFor({ code: 'forbidden-by-rbac' })).toBe(
    `az role assignment create --assignee-object-id "$KEMPT_PRINCIPAL_ID" --assignee-principal-type ServicePrincipal --role "Key Vault Reader" --scope ${resourceId}`,
  )
})

test('a missing access policy is list, and the two policies that say how an object renews itself', () => {
  const command = commandFor({ code: 'forbidden-by-access-policy' })
  expect(command).toContain('az keyvault set-policy --name kv-orders --resource-group rg-orders --subscription s1')
  expect(command).toContain(
    '--secret-permissions list --key-permissions list getrotationpolicy --certificate-permissions list get',
  )
})

test('a 403 without a reason follows the access model of the vault', () => {
  expect(commandFor({})).toContain('"Key Vault Reader"')
  expect(commandFor({}, { accessModel: 'access-policy' })).toContain('set-policy')
})

test.each(['diagnostics', 'settings', 'key-material'] as const)('%s need Reader of the vault', (part) => {
  expect(commandFor({ parts: [{ part }] })).toMatch(/--role "Reader" --scope \S*\/vaults\/kv-orders$/)
})

test.each(['roles', 'events'] as const)('%s need Reader of the whole subscription', (part) => {
  const parts = [{ part: 'diagnostics' }, { part }] as const
  expect(commandFor({ parts: [...parts] })).toMatch(/--role "Reader" --scope \/subscriptions\/s1$/)
})

test('a vault whose subscription is out of sight needs Reader there, and the words say what to do if it was cancelled', () => {
  const { command, why } = grantFor({ ...row, place: null }, gap({ code: 'subscription-unseen' }))
  expect(command).toMatch(/--role "Reader" --scope \/subscriptions\/s1$/)
  expect(why).toContain('KEMPT_SUBSCRIPTIONS')
})

test.each(['deleted', 'versions', 'renewals'] as const)('%s need what the lists need', (part) => {
  const parts = [{ part }]
  expect(commandFor({ parts })).toMatch(/--role "Key Vault Reader" --scope \S*\/vaults\/kv-orders$/)
  expect(commandFor({ parts }, { accessModel: 'access-policy' })).toContain('getrotationpolicy')
})

test('the firewall is opened for the address it refused', () => {
  const detail =
    'Could not read the secrets of vault kv-orders: 403, the firewall does not let this address in (203.0.113.9).'
  expect(commandFor({ code: 'forbidden-by-firewall', detail })).toContain('--ip-address 203.0.113.9')
  expect(commandFor({ code: 'forbidden-by-firewall' })).toContain('--ip-address "$KEMPT_ADDRESS"')
})

test('a vault without public access gets a private endpoint, and one without a name a link to its DNS zone', () => {
  expect(commandFor({ code: 'forbidden-by-connection' })).toContain(`--private-connection-resource-id ${resourceId}`)
  expect(commandFor({ code: 'name-not-resolved' })).toContain('--zone-name privatelink.vaultcore.azure.net')
})

test('a resource group with brackets and quotes stays one word of the shell', () => {
  const place = {
    uri: 'https://x.vault.azure.net',
    subscriptionId: 's1',
    resourceGroup: `rg (o'b)$(x)`,
  }
  expect(commandFor({ code: 'forbidden-by-firewall' }, { place })).toContain(`--resource-group 'rg (o'\\''b)$(x)'`)
})

test.each(unreadCodes)('%s has a command or a sentence that says why there is none', (code) => {
  const { command, why } = grantFor(row, gap({ code }))
  expect(why).toMatch(/\.$/)
  if (command) expect(command).toMatch(/^az /)
})

test('whoever knows the identity and the workspace gets a command without a gap', () => {
  const known = { principalId: '0b1c2d3e-0000-4000-8000-0000000000aa', workspaceId: '/subscriptions/s1/logs' }
  for (const code of ['forbidden-by-rbac', 'workspace-unreadable'] as const) {
    const { command } = grantFor(row, gap({ code }), known)
    expect(command).toContain(`--assignee-object-id ${known.principalId} `)
    expect(command).not.toContain('$')
  }
})

test('no command ever grants a value', () => {
  const showsValues = /Secrets User|Secrets Officer|Administrator|(secret|key)-permissions[^-]*\bget\b|\ball\b/
  for (const code of unreadCodes) {
    for (const accessModel of ['rbac', 'access-policy'] as const)
      expect(commandFor({ code }, { accessModel }) ?? '').not.toMatch(showsValues)
  }
})
