// Access logs as no workspace would ever hold them, for what must hold whatever the log says.
import fc from 'fast-check'
import type { AccessLog, CallerReads } from '#lib/domain/evidence.ts'
import { addDays } from '#lib/format/date.ts'
import { daysAgo, now } from '#lib/rules/examples/now.ts'

const midnight = (at: Date) => new Date(`${at.toISOString().slice(0, 10)}T00:00:00Z`)

// Mostly of the last days, on which the windows of most rules end.
const at = fc
  .oneof({ weight: 3, arbitrary: fc.integer({ min: -12, max: 2 }) }, fc.integer({ min: -400, max: 400 }))
  .map((days) => addDays(now, days))
const day = at.map(midnight)
const caller = fc.constantFrom('shop', 'billing', '')
const calls = fc.constantFrom(0, 1, 3, 19, 20, 400)

/** Ids the invented versions of secrets have, the current one's among them, and one that none has. */
const version = fc
  .constantFrom('aaaa1111', 'bbbb2222', 'cccc3333', 'c0ffee00', 'dddd4444')
  .map((id) => id.padEnd(32, '0'))

const reader: fc.Arbitrary<CallerReads> = fc.record({
  caller,
  calls,
  lastReadAt: at,
  versions: fc.array(fc.record({ version: fc.oneof(version, fc.constant('')), lastReadAt: at }), { maxLength: 3 }),
  windows: fc.array(fc.record({ address: fc.constantFrom('20.0.0.1', '20.0.0.2', ''), startsAt: at, reads: calls }), {
    maxLength: 3,
  }),
})

/** What a log says of the secrets that are called `name`. */
export const anInventedLog = (name: fc.Arbitrary<string>): fc.Arbitrary<AccessLog> =>
  fc.record({
    coveredFromAt: fc.oneof(fc.constantFrom(daysAgo(30), daysAgo(120), daysAgo(500)), at),
    coveredUntilAt: fc.oneof({ weight: 3, arbitrary: fc.constantFrom(now, daysAgo(1)) }, at),
    silentDays: fc.oneof(
      { weight: 3, arbitrary: fc.constant([]) },
      fc.uniqueArray(day, { maxLength: 4, selector: Number }),
    ),
    lastRowAt: at,
    lastOwnCallAt: fc.option(at),
    unnamedReadAt: fc.option(at, { freq: 4 }),
    reads: fc.array(
      fc.record({ kind: fc.constant('secret' as const), name, callers: fc.array(reader, { maxLength: 3 }) }),
      { maxLength: 3 },
    ),
    denials: fc.array(fc.record({ caller, day, calls }), { maxLength: 3 }),
    throttles: fc.array(fc.record({ day, calls, callers: fc.array(caller, { maxLength: 2 }) }), { maxLength: 2 }),
    backups: fc.array(fc.record({ kind: fc.constant('secret' as const), name, lastAt: at }), { maxLength: 2 }),
  })

/** The same log with every list of it the other way round. */
export const turnedLog = (log: AccessLog): AccessLog => ({
  ...log,
  silentDays: log.silentDays.toReversed(),
  reads: log.reads
    .map((reads) => ({
      ...reads,
      callers: reads.callers
        .map((reader) => ({
          ...reader,
          versions: reader.versions.toReversed(),
          windows: reader.windows.toReversed(),
        }))
        .toReversed(),
    }))
    .toReversed(),
  denials: log.denials.toReversed(),
  throttles: log.throttles.map((some) => ({ ...some, callers: some.callers.toReversed() })).toReversed(),
  backups: log.backups.toReversed(),
})
