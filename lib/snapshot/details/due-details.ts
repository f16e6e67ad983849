// Which details of an object have to be asked for now? Each costs a call, so most come from memory most of the time.
import type { EvidencePart } from '#lib/domain/evidence.ts'
import type { Part } from '#lib/domain/observed.ts'
import type { VaultObject } from '#lib/domain/vault-object.ts'
import { catalogue } from '#lib/rules/catalogue.ts'
import { partsOf } from '#lib/rules/rule.ts'
import { contentHash } from '../memory/content-hash.ts'
import { isSameVersion, type RecalledAbout } from '../memory/recalled-about.ts'
import type { RecalledVersion } from '../memory/recall-vault.ts'
import { versionCap } from './remembered-details.ts'
import { itsTurn } from './its-turn.ts'

const dayMs = 86_400_000

/** What has a finding is looked at every day: whoever fixed it wants to see it closed. Everything else in four weeks. */
const dailyMs = dayMs
const slowMs = 28 * dayMs

/** When a snapshot is taken, after which one, and for whom. */
export type Occasion = {
  capturedAt: Date
  /** Of the snapshot before this one that saw the estate; null when there is none. */
  previousCapturedAt: Date | null
  /** Somebody asked for it and waits: all findings are looked at again. */
  byPerson: boolean
}

export type DueDetails = { versions: boolean; renewal: boolean; keyMaterial: boolean }

/** `turn` names the object among those of all vaults. `isLost` tells whether the last run failed to read a part wholly. */
export function dueDetails(
  object: VaultObject,
  about: RecalledAbout,
  { turn, occasion, isLost }: { turn: string; occasion: Occasion; isLost: (part: Part) => boolean },
): DueDetails {
  const { capturedAt: until, previousCapturedAt: after, byPerson } = occasion
  const isSlowTurn = itsTurn(turn, { periodMs: slowMs, after, until })
  const comesBack = (part: Part, rules: ReadonlySet<string>) => {
    if (isSlowTurn) return true
    const open = about.verdicts.filter(({ ruleId }) => rules.has(ruleId))
    // A call that failed is made again: until then nobody knows. More versions than are looked at would fail for ever.
    if (isLost(part) && open.some(({ status, reasonCode }) => status === 'unknown' && reasonCode !== 'not-asked')) {
      return true
    }
    const isFinding = open.some(({ status, failingSince }) => status === 'fail' || failingSince !== null)
    // Disabling an older version changes nothing in the list: seen within its days of grace only, it would become a
    // finding on the day they end, whether it was disabled meanwhile or not.
    const isRipening = part === 'versions' && object.kind === 'secret' && keepsOlderVersion(about, object)
    return (isFinding || isRipening) && (byPerson || itsTurn(turn, { periodMs: dailyMs, after, until }))
  }
  const isChanged = !knowsCurrent(about, object)
  const hasKey = object.kind !== 'secret'
  return {
    versions: isChanged || comesBack('versions', rulesAbout.versions),
    renewal:
      hasKey &&
      (isChanged || (about.detail?.renewsItself ?? null) === null || comesBack('renewals', rulesAbout.renewals)),
    // A version keeps its key for good. What a certificate's key is comes with its policy.
    keyMaterial: object.kind === 'key' && (!isSameVersion(about, object) || (about.detail?.keyType ?? null) === null),
  }
}

const rulesWith = (part: EvidencePart) =>
  new Set(catalogue.filter((rule) => partsOf(rule).includes(part)).map(({ id }) => id))

const rulesAbout = { versions: rulesWith('versions'), renewals: rulesWith('renewals') }

const keepsOlderVersion = ({ versions }: RecalledAbout, { createdAt }: VaultObject) =>
  versions.some((version) => version.enabled && Date.parse(version.createdAt) < createdAt.getTime())

/** Whether memory holds the object's current version, attributes and all. */
function knowsCurrent({ state, versions }: RecalledAbout, object: VaultObject): boolean {
  // The current version may be beyond those that are looked at; then the object's own state has to tell.
  if (versions.length >= versionCap) return state?.hash === contentHash(object)
  return versions.some((version) => isCurrent(version, object))
}

function isCurrent(version: RecalledVersion, object: VaultObject): boolean {
  return (
    Date.parse(version.createdAt) === object.createdAt.getTime() &&
    Date.parse(version.updatedAt) === object.updatedAt.getTime() &&
    version.enabled === object.enabled &&
    sameInstant(version.expiresAt, object.expiresAt)
  )
}

const sameInstant = (text: string | null, instant: Date | null) =>
  text === null ? instant === null : instant !== null && Date.parse(text) === instant.getTime()
