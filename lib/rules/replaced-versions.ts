// Which versions of a secret a newer one replaced, and when. Azure lists them in no order that means anything.
import type { ObjectVersion, VaultObject } from '#lib/domain/vault-object.ts'
import { isoDate } from '#lib/format/date.ts'
import { shortVersion } from '#lib/format/short-version.ts'
import { clocksDisagree } from './clocks-disagree.ts'
import { type Decision, unknown } from './decision.ts'

export type ReplacedVersion = {
  version: ObjectVersion
  /** The first eight digits of its id, which is how people call it. */
  id: string
  /** When the next newer version was made. */
  replacedAt: Date
}

/** The newest of the versions and the current one. Of several made in the same second none replaced another. */
export const newestOf = ({ createdAt }: VaultObject, listed: readonly ObjectVersion[]): Date =>
  new Date(listed.reduce((newest, version) => Math.max(newest, version.createdAt.getTime()), createdAt.getTime()))

/** Unknown when the list cannot be the secret's: dated after the snapshot or not at all, or from before its last rotation. */
export function listInDoubt(
  secret: VaultObject,
  listed: readonly ObjectVersion[],
  wholly: boolean,
  now: Date,
): Decision | null {
  const newestAt = newestOf(secret, listed)
  if (Number.isNaN(newestAt.getTime())) {
    return unknown({ code: 'malformed-answer', detail: 'Azure gives one of its versions a date that is none.' })
  }
  const ahead = clocksDisagree('the current version', newestAt, now)
  if (ahead) return ahead
  const { createdAt } = secret
  if (!wholly || listed.some((version) => version.createdAt.getTime() === createdAt.getTime())) return null
  const detail = `The list of its versions does not show the current one, made on ${isoDate(createdAt)}.`
  return unknown({ code: 'not-asked', detail })
}

/** The versions that were replaced, the first replaced first. */
export function replacedVersions(secret: VaultObject, listed: readonly ObjectVersion[]): ReplacedVersion[] {
  const newestMs = newestOf(secret, listed).getTime()
  const older = listed.filter(({ createdAt }) => createdAt.getTime() < newestMs)
  // Most have none, and of most others few.
  if (older.length === 0) return []
  const inTurn = [...listed.map(({ createdAt }) => createdAt.getTime()), secret.createdAt.getTime()].sort(
    (a, b) => a - b,
  )
  return older
    .map((version) => {
      const madeMs = version.createdAt.getTime()
      const replacedMs = inTurn.find((ms) => ms > madeMs) ?? newestMs
      return { version, id: shortVersion(version.version), replacedAt: new Date(replacedMs) }
    })
    .sort((one, other) => one.replacedAt.getTime() - other.replacedAt.getTime() || (one.id < other.id ? -1 : 1))
}
