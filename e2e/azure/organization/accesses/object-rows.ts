// The reads of one object on one day.
import type { Reader } from '../company/identities.ts'
import type { ObjectPlan } from '../objects/plan-objects.ts'
import type { Access, Version, VaultObject } from '../organization.ts'
import { fraction } from '../seeded-random.ts'
import { type AccessLog, isWorkday, write, writeChallenge } from './access-log.ts'
import { habitOf, isPinned, readingTimes, readsOnAfterExpiry } from './reading.ts'

export function writeReads(
  log: AccessLog,
  plan: ObjectPlan,
  object: VaultObject,
  { reader, busyEveryMs }: { reader: Reader; busyEveryMs: number | null },
): void {
  const { seed } = plan.life
  const habit = habitOf(plan, busyEveryMs)
  const readsOn = readsOnAfterExpiry(seed, plan.character)
  const pinned = busyEveryMs === null && isPinned(seed)
  const operation = operationOf(plan)
  const nameOnly: NonNullable<Access['object']> = { kind: object.kind, name: object.name, version: null }
  let named = nameOnly

  for (const at of readingTimes(habit, seed, log.dayAt, isWorkday(log.dayAt))) {
    if (object.deletedAt && object.deletedAt.getTime() <= at) {
      write(log, at, reader, operation, nameOnly, { httpStatus: 404, description: notFound(object.name) })
      continue
    }
    const version = versionRead(object.versions, at, pinned)
    if (!version) continue
    if (version.expiresAt && version.expiresAt.getTime() <= at && !readsOn) continue
    if (!version.enabled) {
      if (plan.kind !== 'secret') continue
      const description = 'Operation get is not allowed on a disabled secret.'
      write(log, at, reader, operation, nameOnly, { httpStatus: 403, description })
      continue
    }
    if (habit.kind === 'startup') writeChallenge(log, at - 90, reader)
    if (named.version !== version.id) named = { ...nameOnly, version: version.id }
    write(log, at, reader, operation, named)
  }
}

export const notFound = (name: string) =>
  `A secret with (name/id) ${name} was not found in this key vault. If you recently deleted this secret you may be able to recover it using the correct recovery command.`

/** The current version at that instant, or for a pinned reader the one before, as long as it is enabled. */
function versionRead(versions: readonly Version[], at: number, pinned: boolean): Version | undefined {
  let current = versions.length - 1
  while (current >= 0 && (versions[current]?.createdAt.getTime() ?? 0) > at) current--
  const before = pinned ? versions[current - 1] : undefined
  return before?.enabled ? before : versions[current]
}

function operationOf({ kind, life }: ObjectPlan): string {
  if (kind === 'key') return fraction(life.seed, 36) < 0.6 ? 'KeyUnwrap' : 'KeySign'
  return kind === 'certificate' ? 'CertificateGet' : 'SecretGet'
}
