// Kempt's own calls, early every morning: how it knows that a vault's log really arrives.
import { kemptAddress, type Reader } from '../company/identities.ts'
import type { ManagedIdentity, VaultObject } from '../organization.ts'
import { type AccessLog, denial, write, writeChallenge } from './access-log.ts'

const lists = [
  ['secret', 'SecretList', 'secrets list'],
  ['key', 'KeyList', 'keys list'],
  ['certificate', 'CertificateList', 'certificates list'],
] as const

export function writeKemptCalls(log: AccessLog, reader: Reader, objects: readonly VaultObject[], slot: number): void {
  const { access } = log.vault
  // Through a name that does not resolve nothing arrives, so nothing is logged.
  if (access === 'name-gone') return
  let at = log.dayAt + 2 * 3_600_000 + (slot % 1800) * 400
  writeChallenge(log, at, reader)
  for (const [kind, operation, permission] of lists) {
    const pages = 1 + Math.floor(objects.filter((object) => object.kind === kind && !object.deletedAt).length / 25)
    const isRefused = access !== 'readable'
    for (let page = 0; page < (isRefused ? 1 : pages); page++) {
      at += 55
      const outcome = isRefused ? { httpStatus: 403, description: refusal(log, reader, permission) } : {}
      write(log, at, reader, operation, null, outcome)
    }
  }
}

export const kemptReader = ({ objectId, applicationId, resourceId }: ManagedIdentity): Reader => ({
  caller: { kind: 'managed-identity', objectId, applicationId, resourceId },
  address: kemptAddress,
  clientInfo: 'azsdk-js-kempt/1.0.0 core-rest-pipeline/1.25.0 Node/26.10.0 OS/(x64-Linux)',
})

function refusal(log: AccessLog, reader: Reader, permission: string): string {
  switch (log.vault.access) {
    case 'firewall':
      return `Client address (${reader.address}) is not authorized and caller is not a trusted service`
    case 'private-only':
      return 'Public network access is disabled and request is not from a trusted service nor via an approved private link.'
    default:
      return denial(log, reader, permission)
  }
}
