// What is told object by object is asked for in turns and remembered in between: on every day it has to be the truth of that day.
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { StandIn } from '#e2e/azure/open-stand-in.ts'
import { type Truth, truthAt } from '#e2e/azure/organization/truth.ts'
import { expiryExtended } from '#e2e/azure/organization/truth/expiry-extended.ts'
import { startStandIn } from '#e2e/azure/start-stand-in.ts'
import { type Database, sql } from '#lib/db/open-database.ts'
import { anInstallation } from './testing/an-installation.ts'

const firstAt = new Date('2026-11-09T02:15:00Z')
// Longer than the days of grace an older version has.
const days = Array.from({ length: 10 }, (_, day) => new Date(firstAt.getTime() + day * 86_400_000))

const toldByObject = [
  'old-version-still-enabled',
  'key-without-rotation-policy',
  'certificate-without-renewal',
  'weak-key',
] as const satisfies (keyof Truth)[]

let standIn: StandIn
beforeAll(async () => {
  standIn = await startStandIn({ seed: 7, vaults: 16 })
})
afterAll(() => standIn.close())

async function failing(db: Database, ruleId: string, isSeen: (subject: string) => boolean): Promise<string[]> {
  const rows = await db.$queryRaw<{ subject: string }[]>(sql`
    select concat_ws('/', v.name, o.kind::text, o.name) as subject from verdict d
    join vault v on v.id = d.vault_id left join vault_object o on o.id = d.object_id
    where d.rule_id = ${ruleId} and d.status = 'fail' and d.valid_to is null and v.gone_at is null`)
  return rows
    .map(({ subject }) => subject)
    .filter(isSeen)
    .sort()
}

test('ten days on end, nothing is found that is not so, and nothing is missed', async () => {
  const { organization, clock } = standIn.azure
  const { db, takes } = await anInstallation(standIn)
  for (const [day, at] of days.entries()) {
    clock.set(at)
    await takes(at)
    const readable = organization.estateAt(at).vaults.filter(({ access }) => access === 'readable')
    const isSeen = (subject: string) => readable.some(({ name }) => subject.startsWith(`${name}/`))
    const truth = truthAt(organization, at)
    for (const rule of toldByObject) {
      expect(truth[rule].length, rule).toBeGreaterThan(0)
      expect(await failing(db, rule, isSeen), `${rule} on day ${day}`).toEqual(truth[rule])
    }
    const moved = expiryExtended(organization, days.slice(0, day + 1), { sees: () => true })
    const rule = 'expiry-extended-without-rotation'
    expect(await failing(db, rule, isSeen), `${rule} on day ${day}`).toEqual(moved.filter(isSeen))
  }
})
