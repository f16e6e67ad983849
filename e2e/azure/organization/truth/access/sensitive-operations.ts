// What was deleted, purged, carried out, brought back, or changed about a vault, and by whom.
import type { Organization } from '../../organization.ts'
import { askLog } from './log-pass.ts'

const kinds = {
  Delete: 'deleted',
  Purge: 'purged',
  Backup: 'backed-up',
  Restore: 'restored',
  Recover: 'recovered',
  Put: 'settings-changed',
  Patch: 'settings-changed',
} as const

export type SensitiveOperation = {
  /** 2026-11-20, in UTC. */
  day: string
  vault: string
  kind: (typeof kinds)[keyof typeof kinds]
  /** `secret/name`; null where it is the vault itself. */
  object: string | null
  callerObjectId: string | null
  calls: number
}

/** Those that succeeded, one line per day, vault, kind, object and caller; sorted by these. */
export function sensitiveOperations(organization: Organization, from: Date, to: Date): SensitiveOperation[] {
  const found = new Map<string, SensitiveOperation>()
  return askLog(organization, from, to, {
    take({ at, vault, operation, object, httpStatus, caller }) {
      const [, verb = ''] =
        /^(?:Secret|Key|Certificate|Vault)(Delete|Purge|Backup|Restore|Recover|Put|Patch)$/.exec(operation) ?? []
      const kind = isKind(verb) ? kinds[verb] : undefined
      if (!kind || httpStatus >= 300) return
      const operationOf = {
        day: at.toISOString().slice(0, 10),
        vault: vault.name,
        kind,
        object: object && `${object.kind}/${object.name}`,
        callerObjectId: caller?.objectId ?? null,
      }
      const key = Object.values(operationOf).join(' ')
      const known = found.get(key)
      found.set(key, { ...operationOf, calls: (known?.calls ?? 0) + 1 })
    },
    answer: () => [...found].sort(([one], [other]) => (one < other ? -1 : 1)).map(([, operation]) => operation),
  })
}

const isKind = (verb: string): verb is keyof typeof kinds => verb in kinds
