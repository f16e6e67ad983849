import type { Organization } from '../../organization.ts'
import { askLog } from './log-pass.ts'

export type Readings = { calls: number; lastAt: Date; versions: string[] }

/** Operations that hand an object out, or use it. */
const readings: readonly string[] = [
  ...['SecretGet', 'CertificateGet', 'KeyGet'],
  ...['KeySign', 'KeyVerify', 'KeyWrap', 'KeyUnwrap', 'KeyEncrypt', 'KeyDecrypt'],
]

/** Who read `vault/secret/name` (or key, or certificate) with success, by the object id of the caller; versions are sorted. */
export function readersOf(organization: Organization, subject: string, from: Date, to: Date): Map<string, Readings> {
  const readers = new Map<string, Readings>()
  return askLog(organization, from, to, {
    take({ vault, object, operation, httpStatus, caller, at }) {
      if (!object || !caller || httpStatus !== 200 || !readings.includes(operation)) return
      if (subject !== `${vault.name}/${object.kind}/${object.name}`) return
      const known = readers.get(caller.objectId) ?? { calls: 0, lastAt: at, versions: [] }
      readers.set(caller.objectId, {
        calls: known.calls + 1,
        lastAt: at > known.lastAt ? at : known.lastAt,
        versions: [...new Set([...known.versions, ...(object.version ? [object.version] : [])])].sort(),
      })
    },
    answer: () => readers,
  })
}
