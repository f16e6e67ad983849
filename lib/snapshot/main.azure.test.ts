// The whole job against the whole stand-in: real SDKs, real TLS, real Postgres, a process of its own.
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { StandIn } from '#e2e/azure/open-stand-in.ts'
import { truthAt } from '#e2e/azure/organization/truth.ts'
import { startStandIn } from '#e2e/azure/start-stand-in.ts'
import { anInstallation } from './testing/an-installation.ts'
import { describeMemory } from './testing/describe-memory.ts'
import { failing } from './testing/failing.ts'

const capturedAt = new Date('2026-11-20T02:15:00Z')
const minutesLater = (minutes: number) => new Date(capturedAt.getTime() + minutes * 60_000)

let standIn: StandIn
beforeAll(async () => {
  standIn = await startStandIn({ seed: 11, vaults: 16 })
  standIn.azure.clock.set(capturedAt)
})
afterAll(() => standIn.close())

test('a first snapshot finds exactly what is wrong with the estate, and a second of the unchanged estate writes no state', async () => {
  const { db, takes } = await anInstallation(standIn)
  const first = await takes(capturedAt)
  const { vaults } = standIn.azure.organization.estateAt(capturedAt)
  const unreadable = vaults.filter(({ access }) => access !== 'readable').length
  expect(first).toMatchObject({ exitCode: unreadable > 0 ? 3 : 0, err: '' })
  expect(first.summary.vaultsRead + first.summary.vaultsPartly + first.summary.vaultsUnread).toBe(vaults.length)

  // Vaults behind a firewall are listed by the control plane, so their secrets count as well.
  const listed = new Set(
    (await db.vaultObject.findMany({ select: { vault: { select: { name: true } } } })).map(({ vault }) => vault.name),
  )
  const truth = truthAt(standIn.azure.organization, capturedAt, { sees: ({ name }) => listed.has(name) })
  // It does not say who manages a key, and lists no certificates: there those rules are unknown, not failing.
  const byControlPlane = vaults.filter(({ access }) => access !== 'readable').map(({ name }) => name)
  const judged = (ruleId: keyof typeof truth) =>
    truth[ruleId].filter(
      (subject) => !/^(key|certificate)-/.test(ruleId) || !byControlPlane.includes(subject.split('/')[0] ?? ''),
    )
  for (const ruleId of [
    'secret-expired',
    'secret-without-expiry',
    'secret-near-expiry',
    'secret-overdue-for-rotation',
    'vault-without-purge-protection',
    'vault-open-to-internet',
    'vault-without-rbac',
    'secret-without-content-type',
    'certificate-stored-as-secret',
    'key-without-expiry',
    'key-expired',
    'certificate-expired',
    'certificate-near-expiry',
    'vault-with-short-retention',
    'vault-without-private-endpoint',
    'key-without-rotation-policy',
    'certificate-without-renewal',
    'value-role-above-vault',
    'vault-without-event-subscription',
  ] as const) {
    expect(await failing(db, ruleId), ruleId).toEqual(judged(ruleId))
  }

  // Versions are told by the data plane alone. Of a firewalled vault's keys the control plane tells the size, and not whose they are.
  const readable = truthAt(standIn.azure.organization, capturedAt)
  for (const ruleId of ['old-version-still-enabled', 'weak-key'] as const) {
    expect(readable[ruleId].length, ruleId).toBeGreaterThan(0)
    expect(await failing(db, ruleId), ruleId).toEqual(readable[ruleId])
  }

  const before = await describeMemory(db)
  const second = await takes(minutesLater(1))
  expect(second.summary.rowsWritten).toBe(0)
  expect(await describeMemory(db)).toEqual(before)
})

test('a repeated snapshot asks for lists, and about next to no single object', async () => {
  const { takes } = await anInstallation(standIn)
  const { summary } = await takes(capturedAt)
  standIn.azure.journal.clear()
  await takes(minutesLater(1))
  expect(perObjectCalls()).toBeLessThan(summary.objects / 100)
})

/** Versions, policies, and a single key from the control plane. */
const perObjectCalls = () =>
  standIn.azure.journal
    .entries()
    .filter(({ path }) => /\/(versions|policy|rotationpolicy)\b|\/vaults\/[^/]+\/keys\/[^/]+$/i.test(path)).length

test('a wrong setting is one sentence that names the variable, and exit code 1', async () => {
  const { starts } = await anInstallation(standIn)
  const result = await starts(capturedAt, { KEMPT_CONCURRENCY: 'many' }).finished
  expect(result.exitCode).toBe(1)
  expect(result.err).toMatch(/^[^\n]*KEMPT_CONCURRENCY[^\n]*\n$/)
})

test('a snapshot in which everything could be read is complete, and its exit code is 0', async () => {
  const { takes } = await anInstallation(standIn)
  const { amend, estateAt } = standIn.azure.organization
  for (const { name } of estateAt(capturedAt).vaults) {
    amend({ kind: 'vault', from: capturedAt, vault: { name, access: 'readable', diagnosticsAccess: 'readable' } })
  }
  const { exitCode, summary } = await takes(capturedAt)
  expect(summary).toMatchObject({ status: 'complete', vaultsPartly: 0, vaultsUnread: 0, problems: [] })
  expect(exitCode).toBe(0)
})
