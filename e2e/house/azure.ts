// The stand-in Azure as a story sees it: what is really there, and how to change it. Time is the real one.
import type { FaultRule } from '../azure/faults/faults.ts'
import { createOrganization } from '../azure/organization/create-organization.ts'
import type { Amendment, Estate, Person, VaultObject } from '../azure/organization/organization.ts'
import { type Truth, truthAt } from '../azure/organization/truth.ts'
import { type AccessFault, accessTruthAt } from '../azure/organization/truth/access/access-truth.ts'
import { type Readings, readersOf } from '../azure/organization/truth/access/readers-of.ts'
import {
  type SensitiveOperation,
  sensitiveOperations,
} from '../azure/organization/truth/access/sensitive-operations.ts'
import { vaultsByCaller, type Whereabouts } from '../azure/organization/truth/access/vaults-by-caller.ts'
import { type NonCacher, worstNonCachers } from '../azure/organization/truth/access/worst-non-cachers.ts'
import { expiryExtended } from '../azure/organization/truth/expiry-extended.ts'
import { azureOrigin, vaultsInDemo } from './target.ts'

export type Azure = {
  people: readonly Person[]
  estate(at: Date): Estate
  objects(vault: string, at: Date): VaultObject[]
  /** What is really wrong, counted without anything of Kempt: in the vaults Kempt may read, or in all of them. */
  truth(at: Date, where?: 'readable' | 'everywhere'): Truth
  /** What is wrong by the rows of the audit log that have arrived, whatever Kempt can see of the vaults. */
  accessTruth(at: Date): Record<AccessFault, string[]>
  /** Who read `vault/kind/name` with success, by object id; only rows that have arrived. */
  readersOf(subject: string, from: Date, to: Date): Map<string, Readings>
  /** Where every identity was, by its object id. */
  vaultsByCaller(from: Date, to: Date): Map<string, Whereabouts>
  worstNonCachers(from: Date, to: Date, most: number): NonCacher[]
  sensitiveOperations(from: Date, to: Date): SensitiveOperation[]
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

/** Rows of a log take ten minutes to arrive. */
const arrivedBy = (at: Date) => new Date(at.getTime() - 600_000 + 1)

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
  const truths = new Map<number, Record<AccessFault, string[]>>()
  const everywhere = { sees: () => true }
  return {
    people: organization.people,
    estate: (at) => organization.estateAt(at),
    objects: (vault, at) => organization.objectsAt(vault, at),
    truth: (at, where = 'readable') => truthAt(organization, at, where === 'readable' ? {} : { sees: () => true }),
    accessTruth(at) {
      // Ten thousand rows a day are counted for it.
      const known = truths.get(at.getTime()) ?? accessTruthAt(organization, arrivedBy(at), new Date(0), everywhere)
      truths.set(at.getTime(), known)
      return known
    },
    readersOf: (subject, from, to) => readersOf(organization, subject, from, arrivedBy(to)),
    vaultsByCaller: (from, to) => vaultsByCaller(organization, from, arrivedBy(to)),
    worstNonCachers: (from, to, most) => worstNonCachers(organization, from, arrivedBy(to), most),
    sensitiveOperations: (from, to) => sensitiveOperations(organization, from, arrivedBy(to)),
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
