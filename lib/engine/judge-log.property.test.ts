// What must hold of every rule over the access log, whatever the log says. The seed is fixed: a red run can be repeated.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { AccessLog, Evidence } from '#lib/domain/evidence.ts'
import { type Observed, partlyRead, read } from '#lib/domain/observed.ts'
import { defaultPolicy } from '#lib/domain/policy.ts'
import { objectKey } from '#lib/domain/vault-object.ts'
import { addDays } from '#lib/format/date.ts'
import { catalogue } from '#lib/rules/catalogue.ts'
import { aSecret } from '#lib/rules/examples/a-secret.ts'
import { aVault } from '#lib/rules/examples/a-vault.ts'
import { aVersion } from '#lib/rules/examples/a-version.ts'
import { aReader } from '#lib/rules/examples/an-access-log.ts'
import { daysAgo, now } from '#lib/rules/examples/now.ts'
import { someEvidence } from '#lib/rules/examples/some-evidence.ts'
import { judge } from './judge.ts'
import { anInventedLog } from './testing/an-invented-log.ts'

const runs = { seed: 20261123, numRuns: 400 }
const rules = catalogue.filter(({ consults }) => consults.includes('accessLog'))
const accessLog = anInventedLog(fc.constantFrom('alpha', 'ALPHA', 'beta'))

// An expired secret that was rotated twice, and one of which nothing but its name is in doubt; both older than any window.
const alpha = aSecret({ name: 'alpha', createdAt: daysAgo(100), expiresAt: daysAgo(30) })
const beta = aSecret({ name: 'beta', createdAt: daysAgo(200) })
const versions = [
  aVersion({ createdAt: daysAgo(100) }),
  aVersion({ id: 'aaaa1111', createdAt: daysAgo(300) }),
  aVersion({ id: 'bbbb2222', createdAt: daysAgo(200) }),
]
const about = (log: Observed<AccessLog>, madeAt: Date | null = daysAgo(3)): Evidence =>
  someEvidence({
    vault: aVault({ settings: { purgeProtection: false } }),
    secrets: read([alpha, beta]),
    versions: read(
      new Map([
        [objectKey(alpha), read(versions)],
        [objectKey(beta), read([aVersion({ createdAt: beta.createdAt })])],
      ]),
    ),
    accessLog: log,
    ownCalls: read({ madeAt }),
  })

const judged = (log: Observed<AccessLog>, madeAt?: Date | null) =>
  judge({ evidence: about(log, madeAt), known: [], policy: defaultPolicy, ownerTagNames: ['owner'], now, rules })

/** What was decided: "fail unused-secret secret/alpha". */
const decided = (verdicts: ReturnType<typeof judged>, ...statuses: string[]) =>
  verdicts
    .filter(({ status }) => statuses.includes(status))
    .map(({ ruleId, subject, status }) => `${status} ${ruleId} ${subject === 'vault' ? subject : objectKey(subject)}`)

test('the logs that are invented make every rule over the log pass, fail and wonder', () => {
  const seen = new Set(
    fc
      .sample(accessLog, { seed: 20261123, numRuns: 1500 })
      .flatMap((log) => judged(read(log)).map(({ ruleId, status }) => `${ruleId} ${status}`)),
  )
  for (const { id } of rules)
    for (const status of ['pass', 'fail', 'unknown']) expect(seen).toContain(`${id} ${status}`)
})

const lost: Record<string, (log: AccessLog) => AccessLog> = {
  'a log that begins later': (log) => ({ ...log, coveredFromAt: addDays(log.coveredFromAt, 40) }),
  'a log that was last read earlier': (log) => ({ ...log, coveredUntilAt: addDays(log.coveredUntilAt, -4) }),
  'a log with days of which no row came': (log) => ({
    ...log,
    silentDays: [...log.silentDays, ...[5, 6, 40].map((days) => addDays(new Date('2026-11-23T00:00:00Z'), -days))],
  }),
  'a log with a read of nobody knows what': (log) => ({
    ...log,
    unnamedReadAt: log.unnamedReadAt && log.unnamedReadAt > daysAgo(2) ? log.unnamedReadAt : daysAgo(2),
  }),
}

test.each(Object.entries(lost))('%s decides nothing that was not decided', (_what, lose) => {
  fc.assert(
    fc.property(accessLog, fc.option(fc.constantFrom(daysAgo(3), daysAgo(30))), (log, madeAt) => {
      const before = decided(judged(read(log), madeAt), 'pass', 'fail')
      const after = decided(judged(read(lose(log)), madeAt), 'pass', 'fail')
      expect(after.filter((one) => !before.includes(one))).toEqual([])
    }),
    runs,
  )
})

test('nor does one of which items are missing', () => {
  fc.assert(
    fc.property(accessLog, (log) => {
      const cut = partlyRead(log, 'items', { code: 'timed-out', detail: 'the query ended early' })
      const before = decided(judged(read(log)), 'pass', 'fail')
      expect(decided(judged(cut), 'pass', 'fail').filter((one) => !before.includes(one))).toEqual([])
    }),
    runs,
  )
})

test('whatever was wrong stays wrong when more calls are seen; only what nobody read can turn out to be read', () => {
  fc.assert(
    fc.property(accessLog, accessLog, (log, other) => {
      const more: AccessLog = {
        ...log,
        reads: [...log.reads, ...other.reads],
        denials: [...log.denials, ...other.denials],
        throttles: [...log.throttles, ...other.throttles],
      }
      const failing = (verdicts: ReturnType<typeof judged>) =>
        decided(verdicts, 'fail').filter((one) => !one.startsWith('fail unused-secret '))
      expect(failing(judged(read(more)))).toEqual(expect.arrayContaining(failing(judged(read(log)))))
    }),
    runs,
  )
})

test('one read is never outweighed by what else the log holds', () => {
  fc.assert(
    fc.property(accessLog, (log) => {
      const version = 'aaaa1111'.padEnd(32, '0')
      const lastReadAt = daysAgo(1)
      const reader = aReader({
        lastReadAt,
        versions: [{ version, lastReadAt }],
        windows: [{ address: '20.0.0.1', startsAt: lastReadAt, reads: 3 }],
      })
      const reads = [...log.reads, { kind: 'secret' as const, name: 'alpha', callers: [reader] }]
      const verdicts = judged(read({ ...log, reads }))
      expect(decided(verdicts, 'fail')).toEqual(
        expect.arrayContaining([
          'fail expired-secret-still-read secret/alpha',
          'fail old-version-still-read secret/alpha',
          'fail caller-not-caching secret/alpha',
        ]),
      )
      expect(decided(verdicts, 'pass')).toContain('pass unused-secret secret/alpha')
    }),
    runs,
  )
})
