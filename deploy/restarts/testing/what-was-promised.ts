// What must hold after any restart, whatever was under way: asked of the database, of what visitors were told, and of the logs.
import { expect } from 'vitest'
import { differences } from '#lib/snapshot/testing/differences.ts'
import { wholeMemory } from '#lib/snapshot/testing/whole-memory.ts'
import type { LivedInKempt } from './a-lived-in-kempt.ts'
import { isWaived, type Load } from './load.ts'

/** Nothing that was answered with success is lost, and what is kept is on record, once. */
export async function expectNothingLost({ ask }: Pick<LivedInKempt, 'ask'>, { asked }: Pick<Load, 'asked'>) {
  const told = asked.flatMap((one) => (one.became === 'answered' ? [{ what: one.what, answer: one.answer }] : []))
  const waived = told.filter(({ what, answer }) => what.startsWith('waive ') && isWaived(answer))
  const waivers = await ask<{ id: number; batch: string; what: string }>(
    `select id, batch, 'waive ' || coalesce('o' || object_id, 'v' || vault_id) || ' ' || rule_id as what from waiver`,
  )
  expect(waived.length).toBeGreaterThan(0)
  expect(waivers.map(({ what }) => what)).toEqual(expect.arrayContaining(waived.map(({ what }) => what)))
  expect(new Set(waivers.map(({ what }) => what)).size).toBe(waivers.length)
  // A deed and its line: both or neither.
  for (const action of ['waiver-asked', 'waiver-approved']) {
    const lines = await ask<{ batch: string }>(
      `select detail ->> 'batches' as batch from audit_event where action = $1`,
      [action],
    )
    expect(lines.map(({ batch }) => batch).sort()).toEqual(waivers.map(({ batch }) => batch).sort())
  }
  const kept = told.filter(({ what, answer }) => what.startsWith('keep ') && answer.text.includes('Saved as'))
  const views = await ask<{ what: string }>(`select 'keep ' || name as what from saved_view`)
  expect(kept.length).toBeGreaterThan(0)
  expect(views.map(({ what }) => what)).toEqual(expect.arrayContaining(kept.map(({ what }) => what)))
}

/** Whoever was signed in still is, and no answer was a fault or a part of one. */
export function expectWholeAnswers({ asked }: Pick<Load, 'asked'>) {
  for (const one of asked) {
    if (one.became !== 'answered') continue
    const { status, leadsTo, text } = one.answer
    expect([one.what, status < 400 || status, leadsTo?.startsWith('/sign-in') ?? false]).toEqual([
      one.what,
      true,
      false,
    ])
    if (/\.json\b/.test(one.what)) expect(() => JSON.parse(text), one.what).not.toThrow()
    if (/\.csv\b/.test(one.what)) expect(text, one.what).toMatch(/\n$/)
  }
}

/** One run each, with its one line of the log, and the memory that it would have left undisturbed. */
export async function expectAsUndisturbed(kempt: LivedInKempt) {
  const runs = await kempt.ask<{ captured_at: Date; status: string; lines: number }>(
    `select captured_at, status, (select count(*)::int from audit_event
      where action = 'snapshot-ended' and subject = 'snapshot ' || s.id) as lines from snapshot s order by id`,
  )
  expect(runs).toMatchObject([
    { status: 'partial', lines: 1 },
    { status: 'partial', lines: 1 },
  ])
  const undisturbed = await wholeMemory(await kempt.takesUndisturbed(runs[1]?.captured_at ?? new Date(0)))
  expect(differences(ofHistory(undisturbed), ofHistory(await wholeMemory(kempt.databaseUrl)))).toEqual([])
}

/** Without what people did meanwhile. */
function ofHistory(memory: Record<string, string[]>): Record<string, string[]> {
  const ofPeople = /^(waiver|saved_view|audit_event): /
  return { ...memory, counts: (memory.counts ?? []).filter((line) => !ofPeople.test(line)) }
}

/** Neither of ours nor of those who visited, and no token of Azure. */
export function expectNothingSecretSaid({ started, secrets }: LivedInKempt, sessions: readonly string[]) {
  const said = started.map((kempt) => kempt.said()).join('\n')
  expect(said).toContain('Kempt is ready')
  for (const secret of [...secrets, ...sessions]) {
    expect(secret.length).toBeGreaterThan(10)
    expect(said.includes(secret), 'a secret in the log').toBe(false)
  }
  expect(said).not.toMatch(/\beyJ[\w-]{8,}\.eyJ[\w-]{8,}/)
}
