// What was done to an object on one day: set, updated, deleted, recovered; and Azure's own notices of its expiry.
import type { Reader } from '../company/identities.ts'
import type { ObjectPlan } from '../objects/plan-objects.ts'
import type { VaultObject } from '../organization.ts'
import { dayMs } from '../rhythm.ts'
import { type AccessLog, write } from './access-log.ts'

const words = { secret: 'Secret', key: 'Key', certificate: 'Certificate' } as const

export function writeChanges(
  log: AccessLog,
  plan: ObjectPlan,
  object: VaultObject,
  { pipeline, person }: { pipeline: Reader; person: Reader },
): void {
  const isToday = (at: number) => at >= log.dayAt && at < log.dayAt + dayMs
  const word = words[object.kind]
  const name = { kind: object.kind, name: object.name }
  const current = object.versions.at(-1)
  if (!current) return

  const createdAt = current.createdAt.getTime()
  if (!object.managed && isToday(createdAt)) {
    const operation = {
      secret: 'SecretSet',
      key: plan.policy ? 'KeyRotate' : 'KeyCreate',
      certificate: 'CertificateRenew',
    }
    write(log, createdAt, pipeline, operation[object.kind], { ...name, version: current.id })
  }
  for (const { id, updatedAt, createdAt } of object.managed ? [] : object.versions) {
    const at = updatedAt.getTime()
    if (isToday(at) && at !== createdAt.getTime()) write(log, at, person, `${word}Update`, { ...name, version: id })
  }
  // The secret and the key of a certificate come and go with it.
  if (!object.managed && object.deletedAt && isToday(object.deletedAt.getTime()))
    write(log, object.deletedAt.getTime(), person, `${word}Delete`, { ...name, version: null })
  const { absence } = plan.life
  if (!object.managed && absence?.ends === 'recovered') {
    const at = createdAt + absence.afterMs + absence.forMs
    if (isToday(at)) write(log, at, person, `${word}Recover`, { ...name, version: null })
  }
  writeNotices(log, object, isToday)
}

/** Of an object that was there when the day began and is gone for good: who deleted it may purge it on the same day. */
export function writePurge(log: AccessLog, { life }: ObjectPlan, object: VaultObject, person: Reader): void {
  const current = object.versions.at(-1)
  if (!current || life.absence?.ends !== 'purged' || object.managed) return
  const deletedAt = current.createdAt.getTime() + life.absence.afterMs
  const gone = { kind: object.kind, name: object.name, version: null }
  if (!object.deletedAt) write(log, deletedAt, person, `${words[object.kind]}Delete`, gone)
  const purgedAt = deletedAt + life.absence.forMs
  write(log, purgedAt, person, `${words[object.kind]}Purge`, gone, { httpStatus: 204 })
}

/** Written even when nobody subscribed to the vault's events. */
function writeNotices(log: AccessLog, { kind, name, versions }: VaultObject, isToday: (at: number) => boolean): void {
  const current = versions.at(-1)
  if (!current?.expiresAt || !current.enabled) return
  const object = { kind, name, version: current.id }
  const expiresAt = current.expiresAt.getTime()
  const nearAt = Math.max(expiresAt - 30 * dayMs, current.createdAt.getTime() + 240_000)
  if (isToday(nearAt)) write(log, nearAt, null, `${words[kind]}NearExpiryEventGridNotification`, object)
  if (isToday(expiresAt)) write(log, expiresAt, null, `${words[kind]}ExpiredEventGridNotification`, object)
}
