// What happens to a vault every day besides reads: Azure's own visits, people looking, and calls that fail.
import { officeAddress, type Reader, servicePrincipal } from '../company/identities.ts'
import type { VaultObject } from '../organization.ts'
import { dayMs, runningSince } from '../rhythm.ts'
import { fraction, mix } from '../seeded-random.ts'
import { type AccessLog, denial, isWorkday, sometime, write, writeChallenge } from './access-log.ts'
import { notFound } from './object-rows.ts'

export function writeVisits(log: AccessLog, seed: string): void {
  const graph = servicePrincipal(seed, 'resource graph', 'AzureResourceGraph.IngestionWorkerService.global/1.24.1.611')
  for (let visit = 0; visit < 3; visit++) write(log, sometime(log, 100 + visit, 'any'), graph, 'VaultGet', null)
  if (fraction(log.seed, 110) < 0.3) {
    const scan = servicePrincipal(seed, 'policy scan', 'PolicyScan-GF/1.0')
    write(log, sometime(log, 111, 'any'), scan, 'SecretList', null)
  }
}

/** Somebody opens the vault in the portal, looks through the list and now and then at a value. */
export function writeLooks(log: AccessLog, person: Reader, objects: readonly VaultObject[]): void {
  if (!isWorkday(log.dayAt) || fraction(log.seed, 120) > 0.35) return
  const at = sometime(log, 121)
  writeChallenge(log, at - 200, person)
  write(log, at, person, 'SecretList', null)
  if (fraction(log.seed, 122) > 0.4) return
  const readable = objects.filter(({ kind, managed, deletedAt }) => kind === 'secret' && !managed && !deletedAt)
  const secret = readable[Math.floor(fraction(log.seed, 123) * readable.length)]
  const version = secret?.versions.findLast(({ createdAt }) => createdAt.getTime() <= at)
  if (secret && version?.enabled)
    write(log, at + 21_000, person, 'SecretGet', { kind: 'secret', name: secret.name, version: version.id })
}

/** Calls that are refused or find nothing: a tool without a role, a name that is no more, one vault asked too often. */
export function writeFailures(
  log: AccessLog,
  seed: string,
  { slot, reader, word }: { slot: number; reader: Reader; word: string },
): void {
  const stranger = servicePrincipal(seed, 'inventory-scanner', 'python-requests/2.32.3')
  const isHammering =
    slot % 12 === 3 &&
    runningSince({ everyMs: 60 * dayMs, lastsMs: 24 * dayMs, phaseMs: (slot % 60) * dayMs }, log.dayAt) !== null
  const denied = isHammering ? 32 + (mix(log.seed.low, 1) % 20) : fraction(log.seed, 130) < 0.12 ? 2 : 0
  for (let call = 0; call < denied; call++) {
    const at = log.dayAt + Math.floor(((call + fraction(log.seed, 140 + call)) / denied) * dayMs)
    const description = denial(log, stranger, 'secrets list')
    write(log, at, stranger, 'SecretList', null, { httpStatus: 403, description })
  }
  if (slot % 10 === 6 && isWorkday(log.dayAt)) {
    const missing = { kind: 'secret' as const, name: `${word}-old-token`, version: null }
    for (let call = 0; call < 3; call++)
      write(log, sometime(log, 200 + call), reader, 'SecretGet', missing, {
        httpStatus: 404,
        description: notFound(missing.name),
      })
  }
  const isOverrun =
    slot % 15 === 7 &&
    runningSince({ everyMs: 21 * dayMs, lastsMs: 4 * dayMs, phaseMs: slot * dayMs }, log.dayAt) !== null
  for (let call = 0; isOverrun && call < 25; call++) {
    const description =
      'Request was not processed because too many requests were received. Reason: VaultRequestTypeLimitReached'
    const at = sometime(log, 300) + call * 137
    write(log, at, reader, 'SecretGet', null, { httpStatus: 429, description })
  }
}

/** How a person's calls look: from the office, through the portal. */
export const personReader = (person: { objectId: string; userPrincipalName: string }): Reader => ({
  caller: { kind: 'user', ...person },
  address: officeAddress,
  clientInfo:
    'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/130.0.0.0 Safari/537.36',
})
