// Who reads secrets: the identities of applications and pipelines, and the addresses they come from.
import type { Access } from '../organization.ts'
import { fraction, guidOf, seedOf } from '../seeded-random.ts'
import { hostingOf } from './hosting.ts'

export type Caller = NonNullable<Access['caller']>

/** An identity together with what its calls look like in the log. */
export type Reader = { caller: Caller; address: string; clientInfo: string }

const clients = [
  'azsdk-net-Security.KeyVault.Secrets/4.7.0 (.NET 8.0.11; Microsoft Azure Linux 3.0)',
  'azsdk-java-azure-security-keyvault-secrets/4.9.1 (21.0.5; Linux; 6.6.57.1)',
  'azsdk-js-keyvault-secrets/4.9.0 core-rest-pipeline/1.18.1 Node/22.11.0 OS/(x64-Linux-6.6.57.1)',
  'azsdk-python-keyvault-secrets/4.9.0 Python/3.12.7 (Linux-6.6.57.1-x86_64-with-glibc2.39)',
]

/** The managed identity an application runs as in one place; `resourceGroupId` is where it is hosted. */
export function applicationIdentity(seed: string, word: string, environment: string, resourceGroupId: string): Reader {
  const name = `${word}-${environment}`
  const draw = seedOf(seed, 'application', name)
  return {
    caller: {
      kind: 'managed-identity',
      objectId: guidOf(seed, 'identity', name),
      applicationId: guidOf(seed, 'identity application', name),
      ...hostingOf(seed, word, environment, resourceGroupId),
    },
    address: addressOf(seed, name),
    clientInfo: clients[Math.floor(fraction(draw, 2) * clients.length)] ?? '',
  }
}

/**
 * The application as it runs in one place: one in four is scaled out there to three to ten instances, which share the
 * identity and have an address each. The first is the one `applicationIdentity` gives.
 */
export function applicationInstances(...where: Parameters<typeof applicationIdentity>): [Reader, ...Reader[]] {
  const [seed, word, environment] = where
  const name = `${word}-${environment}`
  const first = applicationIdentity(...where)
  const draw = seedOf(seed, 'scale', name)
  if (fraction(draw, 1) >= 0.25) return [first]
  // Many run three, few run ten.
  const more = 2 + Math.floor(8 * fraction(draw, 2) ** 2)
  const further = Array.from({ length: more }, (_, place) => addressOf(seed, `${name} ${place + 2}`))
  return [first, ...further.map((address) => ({ ...first, address }))]
}

/** A service principal with a credential of its own: deployment pipelines, old jobs, partners' tools. */
export function servicePrincipal(seed: string, name: string, clientInfo: string): Reader {
  return {
    caller: {
      kind: 'application',
      objectId: guidOf(seed, 'principal', name),
      applicationId: guidOf(seed, 'principal application', name),
    },
    address: addressOf(seed, name),
    clientInfo,
  }
}

export const pipelineOf = (seed: string, word: string) =>
  servicePrincipal(seed, `github-${word}`, 'azsdk-go-azsecrets/v1.3.0 (go1.23.3; linux)')

function addressOf(seed: string, name: string): string {
  const draw = seedOf(seed, 'address', name)
  const part = (salt: number) => Math.floor(fraction(draw, salt) * 254) + 1
  return `20.${part(1)}.${part(2)}.${part(3)}`
}

/** Where the office and Kempt come from: in the firewall rules of the vaults that let them in. */
export const officeAddress = '185.41.20.6'
export const kemptAddress = '20.103.88.17'
