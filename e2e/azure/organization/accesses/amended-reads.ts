// The reads a test or a story asked for.
import type { Reader } from '../company/identities.ts'
import type { Amendment, VaultObject } from '../organization.ts'
import { dayMs } from '../rhythm.ts'
import { type AccessLog, write } from './access-log.ts'
import { notFound } from './object-rows.ts'

type Reads = Extract<Amendment, { kind: 'reads' }>

export function writeAmendedReads(
  log: AccessLog,
  reads: readonly Reads[],
  objects: readonly VaultObject[],
  standIn: Reader,
): void {
  for (const { from, vault, object: wanted, everyMinutes, version, caller, httpStatus } of reads) {
    if (vault !== log.vault.name) continue
    const object = objects.find(({ kind, name }) => kind === wanted.kind && name === wanted.name)
    const reader = caller ? { ...standIn, caller } : standIn
    const everyMs = everyMinutes * 60_000
    const first = Math.max(0, Math.ceil((log.dayAt - from.getTime()) / everyMs))
    for (let at = from.getTime() + first * everyMs; at < log.dayAt + dayMs; at += everyMs) {
      const current = object?.versions.findLast(({ createdAt }) => createdAt.getTime() <= at)
      const id = version ?? current?.id ?? null
      const operation = wanted.kind === 'key' ? 'KeyUnwrap' : wanted.kind === 'secret' ? 'SecretGet' : 'CertificateGet'
      const outcome =
        id === null
          ? { httpStatus: 404, description: notFound(wanted.name, wanted.kind) }
          : { httpStatus: httpStatus ?? 200 }
      write(log, at, reader, operation, { kind: wanted.kind, name: wanted.name, version: id }, outcome)
    }
  }
}
