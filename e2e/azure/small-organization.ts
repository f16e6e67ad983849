// An organization of four people and one vault, for tests of the stand-in itself.
import type { Amendment, Organization, Vault } from './organization/organization.ts'

export function smallOrganization(): Organization & { amendments: Amendment[] } {
  const amendments: Amendment[] = []
  return {
    tenantId: '11111111-1111-1111-1111-111111111111',
    tenantName: 'Small & Sons',
    domain: 'small.example',
    kempt: { clientId: '22222222-2222-2222-2222-222222222222', clientSecret: 'app-secret~1' },
    kemptIdentity: {
      objectId: '33333333-3333-3333-3333-333333333333',
      applicationId: '44444444-4444-4444-4444-444444444444',
      name: 'id-kempt',
      secret: 'identity-secret~1',
      resourceId: `/subscriptions/${subscriptionId}/resourcegroups/rg-kempt/providers/Microsoft.ManagedIdentity/userAssignedIdentities/id-kempt`,
    },
    people: [
      person('a1', 'Mara Lindqvist', 'Head of Security', ['Kempt.Lead'], ['Security']),
      person('b2', 'Jonas Weber', 'Payments Engineer', ['Kempt.Owner'], ['Payments', 'Developers']),
      person('c3', 'Ines <Reader>', 'Auditor', ['Kempt.Reader'], []),
      person(
        'd4',
        'Nobody Yet',
        'New Starter',
        [],
        Array.from({ length: 201 }, (_, index) => `Group ${index}`),
      ),
    ],
    estateAt: (instant) => ({
      subscriptions: [
        {
          id: subscriptionId,
          name: `at ${instant.toISOString()}`,
          tags: {},
          managementGroups: [],
        },
      ],
      resourceGroups: [],
      vaults: [vault],
      workspaces: [],
      roleAssignments: [],
    }),
    objectsAt: () => [],
    accesses: () => [],
    lateLogs: () => [],
    valueOf: () => 'CANARY-small',
    amend: (amendment) => void amendments.push(amendment),
    amendments,
  }
}

const subscriptionId = '55555555-5555-5555-5555-555555555555'

const vault: Vault = {
  id: `/subscriptions/${subscriptionId}/resourceGroups/rg-1/providers/Microsoft.KeyVault/vaults/kv-1`,
  name: 'kv-1',
  subscriptionId,
  resourceGroup: 'rg-1',
  location: 'westeurope',
  tags: {},
  createdAt: new Date('2026-01-01T00:00:00Z'),
  properties: {},
  diagnosticSettings: [],
  access: 'readable',
}

function person(id: string, name: string, title: string, roles: string[], groups: string[]) {
  const objectId = `aaaaaaaa-0000-0000-0000-0000000000${id}`
  return { objectId, name, userPrincipalName: `${id}@small.example`, title, roles, groups }
}
