// The evidence about one vault as it was at an instant, put together from what is remembered. A part that was not read then
// is not read now either, for the same reason.
import type { AccessLog, Evidence, ObjectHistory, PerObject } from '#lib/domain/evidence.ts'
import type { KeyMaterial, Renewal } from '#lib/domain/object-detail.ts'
import { notRead, type Observed, partlyRead, read } from '#lib/domain/observed.ts'
import type { Vault } from '#lib/domain/vault.ts'
import { type ObjectKind, type ObjectVersion, objectKey } from '#lib/domain/vault-object.ts'
import { placeOf } from '#lib/recall/access-moment.ts'
import type { RecalledAccess } from '#lib/recall/recall-access.ts'
import { listOf } from '#lib/rules/rule.ts'
import type {
  DetailRow,
  Held,
  ObjectStateRow,
  ObservationRow,
  partsByObject,
  VaultHistory,
  VaultStateRow,
} from './recall-histories.ts'

export type EvidenceAt = {
  evidence: Evidence
  /** Every object that was remembered then, whether its list showed it or not. */
  objects: readonly ObjectStateRow[]
  vaultOwner: string | null
  /** False when Azure's own words about the vault made no sense: then nothing about it was decided. */
  settingsRead: boolean
}

export type Moment = {
  /** Which of the points it is: the log has its reads by point. */
  i: number
  capturedAt: Date
  ownerTagNames: readonly string[]
  /** By `placeOf` the point and the vault; null when no rule looks at it. */
  log: ReadonlyMap<string, RecalledAccess> | null
}

/** As many versions of an object are looked at by the snapshot job; whoever has as many has more, for all it knows. */
const versionCap = 100

const unasked = notRead('not-asked', 'the preview does not need it')

/** Null when the vault was not remembered at that instant: not there yet, or gone. */
export function evidenceAt(history: VaultHistory, moment: Moment): EvidenceAt | null {
  const { capturedAt } = moment
  const state = heldAt(history.states, capturedAt)
  if (!state) return null
  const ledger = new Map(
    history.observations.flatMap((row) => (holds(row, capturedAt) ? [[row.part, row] as const] : [])),
  )
  const objects = [...history.objects.values()].flatMap((states) => heldAt(states, capturedAt) ?? [])
  const settingsRead = ledger.get('settings')?.status !== 'not'

  const listed = (kind: ObjectKind) => {
    const found = objects.filter((object) => object.kind === kind)
    // A vault that made no sense has no lists. What is remembered of it tells what there was to decide.
    if (!settingsRead) return read(found)
    const value = found.filter(({ objectId }) => !gapOf(history, objectId, listOf[kind], capturedAt))
    return observedAs(ledger.get(listOf[kind]), value)
  }
  const lists = { secret: listed('secret'), key: listed('key'), certificate: listed('certificate') }
  const eachOf = <T>(part: (typeof partsByObject)[number], known: (objectId: number) => T | null) =>
    perObject(objects, ({ objectId, kind, managed }) => {
      if (managed) return null
      const gap = gapOf(history, objectId, part, capturedAt)
      if (gap) return notRead(gap.reasonCode, gap.because)
      const list = lists[kind]
      // A list from the control plane: the data plane refused it, and refused everything about its objects as well.
      if (part === 'versions' && list.status === 'partly' && list.missing === 'fields' && kind !== 'certificate') {
        return { status: 'not', reason: list.reason } as const
      }
      const value = known(objectId)
      return value === null ? null : read(value)
    })
  const detailOf = (objectId: number) => heldAt(history.details.get(objectId) ?? [], capturedAt)

  return {
    objects,
    vaultOwner: state.owner,
    settingsRead,
    evidence: {
      vault: vaultOf(history, state, moment.ownerTagNames),
      secrets: lists.secret,
      keys: lists.key,
      certificates: lists.certificate,
      versions: capped(eachOf('versions', (objectId) => versionsOf(history, objectId, capturedAt))),
      renewals: read(eachOf('renewals', (objectId) => renewalOf(detailOf(objectId)))),
      keyMaterial: read(eachOf('keyMaterial', (objectId) => materialOf(detailOf(objectId)))),
      history: read(perObject(objects, (object) => read<ObjectHistory>(object))),
      diagnostics: unasked,
      valueRoles: unasked,
      eventTopics: unasked,
      accessLog: logAt(ledger.get('access-log'), history.vaultId, moment),
      ownCalls: unasked,
    },
  }
}

const holds = ({ validFrom, validTo }: Held, at: Date) => validFrom <= at && (validTo === null || validTo > at)

const heldAt = <Row extends Held>(rows: readonly Row[], at: Date): Row | null =>
  rows.find((row) => holds(row, at)) ?? null

const gapOf = (history: VaultHistory, objectId: number, part: string, at: Date) =>
  heldAt(history.gaps.get(objectId)?.filter((gap) => gap.part === part) ?? [], at)

/** What an earlier release did not look at was not asked for then. */
function observedAs<T>(line: ObservationRow | undefined, value: T): Observed<T> {
  if (!line) return notRead('not-asked', 'the snapshot of that day did not ask for it')
  if (line.status === 'read') return read(value)
  const reason = { code: line.reasonCode ?? 'not-asked', detail: line.detail ?? 'no reason was noted' } as const
  return line.status === 'not' ? { status: 'not', reason } : partlyRead(value, line.missing ?? 'items', reason)
}

function perObject<T>(
  objects: readonly ObjectStateRow[],
  fill: (object: ObjectStateRow) => Observed<T> | null,
): PerObject<T> {
  const filled = new Map<string, Observed<T>>()
  for (const object of objects) {
    const value = fill(object)
    if (value) filled.set(objectKey(object), value)
  }
  return filled
}

function versionsOf(history: VaultHistory, objectId: number, at: Date): readonly ObjectVersion[] | null {
  const held = (history.versions.get(objectId) ?? []).filter((row) => holds(row, at))
  return held.length === 0 ? null : held.toSorted((one, other) => (one.version < other.version ? -1 : 1))
}

function capped(all: PerObject<readonly ObjectVersion[]>): Evidence['versions'] {
  const each = [...all].map(([key, observed]) => {
    if (observed.status !== 'read' || observed.value.length < versionCap) return [key, observed] as const
    const detail = `it has more versions than the ${versionCap} that are looked at`
    return [key, partlyRead(observed.value, 'items', { code: 'not-asked', detail })] as const
  })
  return read(new Map(each))
}

const renewalOf = (detail: DetailRow | null): Renewal | null =>
  detail === null || detail.renewsItself === null
    ? null
    : { automatic: detail.renewsItself, trigger: detail.renewalTrigger, issuer: detail.issuer }

const materialOf = (detail: DetailRow | null): KeyMaterial | null =>
  detail === null || detail.keyType === null
    ? null
    : { type: detail.keyType, bits: detail.keyBits, curve: detail.keyCurve }

function logAt(line: ObservationRow | undefined, vaultId: number, { i, capturedAt, log }: Moment): Observed<AccessLog> {
  if (!log) return unasked
  const access = log.get(placeOf(i, vaultId))
  const observed = observedAs(line, null)
  if (observed.status === 'not') return observed
  if (!access) return notRead('log-silent', 'no row of the vault has arrived in its workspace yet')
  return { ...observed, value: { ...access, coveredUntilAt: capturedAt } }
}

/**
 * The tags of the resource group and the subscription are not remembered, only what they named. Said once more in their
 * place it is found again by whoever looks for an owner or an environment: the vault's own tags still come first.
 */
function vaultOf({ name, resourceId }: VaultHistory, state: VaultStateRow, ownerTagNames: readonly string[]): Vault {
  const { validFrom: _, validTo: __, vaultId: ___, environment, application, owner, ...rest } = state
  const [ownerTag = 'owner'] = ownerTagNames
  const named = { [ownerTag]: owner, environment, application }
  const resourceGroupTags = Object.fromEntries(
    Object.entries(named).flatMap(([tag, value]) => (value === null ? [] : [[tag, value]])),
  )
  return { ...rest, name, resourceId, resourceGroupTags, subscriptionTags: {} }
}
