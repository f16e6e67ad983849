// The reads of one object on one day.
import type { Reader } from '../company/identities.ts'
import type { ObjectPlan } from '../objects/plan-objects.ts'
import type { Access, Version, VaultObject } from '../organization.ts'
import { fraction } from '../seeded-random.ts'
import { type AccessLog, isWorkday, write, writeChallenge } from './access-log.ts'
import { type Habit, habitOf, isPinned, isReadByAll, readingTimes, readsOnAfterExpiry } from './reading.ts'

/** `instances` are those of the application that reads it; whoever keeps nothing in memory (`busyEveryMs`) is one of them. */
export function writeReads(
  log: AccessLog,
  plan: ObjectPlan,
  object: VaultObject,
  { instances, busyEveryMs }: { instances: readonly Reader[]; busyEveryMs: number | null },
): void {
  const habit = habitOf(plan, busyEveryMs)
  const pinned = busyEveryMs === null && isPinned(plan.life.seed)
  const readers = busyEveryMs === null && isReadByAll(plan) ? instances : instances.slice(0, 1)
  for (const [instance, reader] of readers.entries())
    writeReadsOf(log, plan, object, { reader, instance, habit, pinned })
}

type Reading = { reader: Reader; instance: number; habit: Habit; pinned: boolean }

function writeReadsOf(
  log: AccessLog,
  plan: ObjectPlan,
  object: VaultObject,
  { reader, instance, habit, pinned }: Reading,
): void {
  const { seed } = plan.life
  const readsOn = readsOnAfterExpiry(seed, plan.character)
  const operation = operationOf(plan)
  const nameOnly: NonNullable<Access['object']> = { kind: object.kind, name: object.name, version: null }
  let named = nameOnly

  for (const at of readingTimes(habit, seed, log.dayAt, isWorkday(log.dayAt), instance)) {
    if (object.deletedAt && object.deletedAt.getTime() <= at) {
      write(log, at, reader, operation, nameOnly, { httpStatus: 404, description: notFound(object.name, object.kind) })
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

export const notFound = (name: string, kind: VaultObject['kind'] = 'secret') =>
  `A ${kind} with (name/id) ${name} was not found in this key vault. If you recently deleted this ${kind} you may be able to recover it using the correct recovery command.`

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
