// What was done to the vault itself through Resource Manager: its settings changed, or it was deleted.
import type { Reader } from '../company/identities.ts'
import type { Vault } from '../organization.ts'
import { hourMs } from '../rhythm.ts'
import { type AccessLog, write } from './access-log.ts'

/** Resource Manager speaks for whoever asked it. */
const throughResourceManager = (reader: Reader): Reader => ({ ...reader, clientInfo: 'azure-resource-manager/2.0' })

export type Doers = { pipeline: Reader; person: Reader }

/** A person opens and closes the firewall by hand; everything else comes with a deployment of the template. */
export function writeSettingsChanges(log: AccessLog, changes: readonly Change[], { pipeline, person }: Doers): void {
  for (const { at, before, after } of changes) {
    const isByHand = told(before.properties.networkAcls) !== told(after.properties.networkAcls)
    const doer = throughResourceManager(isByHand ? person : pipeline)
    write(log, at, doer, isByHand ? 'VaultPatch' : 'VaultPut', null)
  }
}

/** The last thing its log tells, a moment before `goneAt`. */
export const writeDeletion = (log: AccessLog, goneAt: number, doer: Reader) =>
  write(log, goneAt - 1200, throughResourceManager(doer), 'VaultDelete', null)

export type Change = { at: number; before: Vault; after: Vault }

/**
 * When the settings of a vault changed from `from` (included) to `to` (not). They change on whole hours, or at `from`, where
 * an amendment may begin. Halves the stretch as long as its ends differ: most days nothing changes.
 */
export function changesOf(vaultAt: (at: number) => Vault | undefined, from: number, to: number): Change[] {
  const before = vaultAt(from - 1)
  if (!before) return []
  const instants = [from]
  for (let at = (Math.floor(from / hourMs) + 1) * hourMs; at < to; at += hourMs) instants.push(at)
  return changesAmong(instants, before, vaultAt)
}

function changesAmong(
  instants: readonly number[],
  before: Vault,
  vaultAt: (at: number) => Vault | undefined,
): Change[] {
  const at = instants.at(-1)
  const after = at === undefined ? undefined : vaultAt(at)
  if (at === undefined || !after || told(before.properties) === told(after.properties)) return []
  if (instants.length === 1) return [{ at, before, after }]
  const [first, second] = [instants.slice(0, instants.length >> 1), instants.slice(instants.length >> 1)]
  const between = vaultAt(first.at(-1) ?? at) ?? before
  return [...changesAmong(first, before, vaultAt), ...changesAmong(second, between, vaultAt)]
}

const told = (settings: unknown) => JSON.stringify(settings ?? null)
