// The stand-in Azure as a story sees it: what is really there, and how to change it. Time is the real one.
import type { FaultRule } from '../azure/faults/faults.ts'
import { createOrganization } from '../azure/organization/create-organization.ts'
import type { Amendment, Estate, Person, VaultObject } from '../azure/organization/organization.ts'
import { type Truth, truthAt } from '../azure/organization/truth.ts'
import { expiryExtended } from '../azure/organization/truth/expiry-extended.ts'
import { azureOrigin, vaultsInDemo } from './target.ts'

export type Azure = {
  people: readonly Person[]
  estate(at: Date): Estate
  objects(vault: string, at: Date): VaultObject[]
  /** What is really wrong, counted without anything of Kempt: in the vaults Kempt may read, or in all of them. */
  truth(at: Date, where?: 'readable' | 'everywhere'): Truth
  /** The secrets whose expiry was moved later, for somebody who looked at these instants. */
  expiryExtended(looks: readonly Date[]): string[]
  /** The names of the vaults as the stand-in's own process tells them. */
  vaultsTold(at: Date): Promise<string[]>
  amend(amendment: Amendment): Promise<void>
  /** From now on something goes wrong; `heals` ends all of that. */
  fails(rule: FaultRule): Promise<void>
  heals(): Promise<void>
  /** What was asked for that could have been answered with a value. */
  violations(): Promise<unknown[]>
  /** Requests so far, by service. */
  requests(): Promise<Record<string, number>>
}

/** The stand-in's seed unless it is told another one. */
const seed = '7'

export function openAzure(): Azure {
  const origin = azureOrigin()
  // A pure function of seed, size and instant: here it is the same organization as in the stand-in's process.
  const organization = createOrganization({ seed, vaults: vaultsInDemo() })
  const ask = async (method: string, door: string, body?: unknown) => {
    const how = body === undefined ? { method } : { method, body: JSON.stringify(body) }
    const response = await fetch(`${origin}/_emulator/${door}`, how)
    if (!response.ok) throw new Error(`The stand-in refused ${door}: ${response.status} ${await response.text()}`)
    return response.json()
  }
  return {
    people: organization.people,
    estate: (at) => organization.estateAt(at),
    objects: (vault, at) => organization.objectsAt(vault, at),
    truth: (at, where = 'readable') => truthAt(organization, at, where === 'readable' ? {} : { sees: () => true }),
    // Where the data plane refuses Kempt the control plane tells it the dates, so no look misses a vault.
    expiryExtended: (looks) => expiryExtended(organization, looks, { sees: () => true }),
    async vaultsTold(at) {
      const { vaults }: { vaults: { name: string }[] } = await ask('GET', `estate?at=${at.toISOString()}`)
      return vaults.map(({ name }) => name)
    },
    async amend(amendment) {
      await ask('POST', 'amendments', amendment)
      organization.amend(amendment)
    },
    fails: (rule) => ask('POST', 'faults', rule),
    heals: () => ask('DELETE', 'faults'),
    violations: async () => (await ask('GET', 'journal')).violations,
    requests: async () => (await ask('GET', 'journal')).counts,
  }
}
