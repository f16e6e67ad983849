import type { Organization } from '../../organization.ts'
import { askLog } from './log-pass.ts'

/** `touched`: vaults in which an identity did or tried anything at all; `used`: those of the objects it did something with. */
export type Whereabouts = { touched: Set<string>; used: Set<string> }

/** Where every identity was, by its object id. */
export function vaultsByCaller(organization: Organization, from: Date, to: Date): Map<string, Whereabouts> {
  const callers = new Map<string, Whereabouts>()
  return askLog(organization, from, to, {
    take({ vault, object, caller }) {
      if (!caller) return
      const known = callers.get(caller.objectId) ?? { touched: new Set(), used: new Set() }
      known.touched.add(vault.name)
      if (object) known.used.add(vault.name)
      callers.set(caller.objectId, known)
    },
    answer: () => callers,
  })
}
