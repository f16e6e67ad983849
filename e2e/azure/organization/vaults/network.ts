// Who can reach a vault: firewall, public access and private endpoints, as the `properties` bag tells them.
import { kemptAddress, officeAddress } from '../company/identities.ts'
import { dayMs, hourMs, runningSince } from '../rhythm.ts'
import { fraction, guidOf, seedOf } from '../seeded-random.ts'
import type { Blueprint } from './blueprints.ts'
import type { Traits } from './traits.ts'

export function networkProperties(
  seed: string,
  { blueprint, traits, vaultId }: { blueprint: Blueprint; traits: Traits; vaultId: string },
  at: number,
): Record<string, unknown> {
  const draw = seedOf(seed, 'network', blueprint.slot)
  return {
    ...accessFromOutside(draw, blueprint, traits, at),
    ...(traits.hasPrivateEndpoint
      ? { privateEndpointConnections: [privateEndpoint(seed, blueprint, vaultId, fraction(draw, 5) < 0.92)] }
      : {}),
  }
}

type Draw = { high: number; low: number }

function accessFromOutside(draw: Draw, blueprint: Blueprint, traits: Traits, at: number): Record<string, unknown> {
  switch (traits.network) {
    // Never touched: Azure leaves the list null, or leaves it out altogether.
    case 'never-configured':
      return fraction(draw, 1) < 0.5 ? { networkAcls: null, publicNetworkAccess: 'Enabled' } : {}
    case 'allow':
      return { networkAcls: accessList('Allow', [], []), publicNetworkAccess: 'Enabled' }
    case 'private':
      return { networkAcls: accessList('Deny', [], []), publicNetworkAccess: 'Disabled' }
    case 'deny': {
      const isOpened = traits.opensAtTimes && runningSince(openings(draw), at) !== null
      const addresses = [`${officeAddress}/32`]
      if (traits.access !== 'firewall') addresses.push(`${kemptAddress}/32`)
      // A partner who could not tell where it would come from.
      if (fraction(draw, 2) < 0.12) addresses.push('91.198.0.0/16')
      return {
        networkAcls: accessList(isOpened ? 'Allow' : 'Deny', addresses, [subnetOf(blueprint)]),
        publicNetworkAccess: 'Enabled',
      }
    }
  }
}

/** Opened for nine days "until the migration is through". */
function openings(draw: Draw) {
  const everyMs = (70 + Math.floor(fraction(draw, 3) * 60)) * dayMs
  return { everyMs, lastsMs: 9 * dayMs, phaseMs: Math.floor((fraction(draw, 4) * everyMs) / hourMs) * hourMs }
}

const accessList = (defaultAction: 'Allow' | 'Deny', addresses: string[], subnets: string[]) => ({
  bypass: 'AzureServices',
  defaultAction,
  ipRules: addresses.map((value) => ({ value })),
  virtualNetworkRules: subnets.map((id) => ({ id, ignoreMissingVnetServiceEndpoint: false })),
})

/** In lower case, as the service turns it. */
const subnetOf = ({ subscription, region }: Blueprint) =>
  `/subscriptions/${subscription.id}/resourcegroups/rg-network/providers/microsoft.network/virtualnetworks/vnet-${region.code}/subnets/snet-apps`

function privateEndpoint(seed: string, blueprint: Blueprint, vaultId: string, isApproved: boolean) {
  const name = `pe-${blueprint.application.word}-${blueprint.environment}`
  const id = `${vaultId}/privateEndpointConnections/${name}.nic-${guidOf(seed, 'endpoint', blueprint.slot)}`
  return {
    id,
    properties: {
      provisioningState: 'Succeeded',
      privateEndpoint: { id: `${blueprint.resourceGroupId}/providers/Microsoft.Network/privateEndpoints/${name}` },
      privateLinkServiceConnectionState: {
        status: isApproved ? 'Approved' : 'Pending',
        description: isApproved ? 'Auto-approved' : 'Please approve',
        actionsRequired: 'None',
      },
    },
  }
}
