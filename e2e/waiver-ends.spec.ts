// A waiver that ends: with its last day the finding is back, by itself, and the days before stay as they were.
import { expect, test } from './house.ts'
import { lead } from './house/people.ts'
import { posturePage } from './house/posture-page.ts'
import { waivedThen } from './house/waived-then.ts'

test.use({ viewport: { width: 1440, height: 900 } })

const rule = 'vault-without-purge-protection'
const daysAgo = (days: number) => new Date(Date.now() - days * 86_400_000).toISOString().slice(0, 10)

test('what was accepted until a day is counted apart up to that day, and is open again on the next', {
  tag: '@changes',
}, async ({ page, kempt: { atRisk, waivers }, signedInAs }) => {
  const [before, on, until, after] = [daysAgo(10), daysAgo(9), daysAgo(6), daysAgo(5)] as const
  const reason = `The supplier migrates it this week ${Date.now()}`
  const posture = posturePage(page)
  await signedInAs(lead)
  const failing = async (day: string | null) => {
    await atRisk.open(`?rule=${rule}${day ? `&asOf=${day}` : ''}`)
    return (await atRisk.json()).map(({ key }) => `${key}`)
  }
  const counted = async (day: string) => {
    const row = (await posture.exportedOf(`?asOf=${day}`)).find(({ rule_id }) => rule_id === rule)
    return { fail: row?.fail, waived: row?.waived }
  }
  const always = (await failing(null)).filter((key) => key !== '')
  const all = await failing(on)
  const key = all.find((one) => always.includes(one))
  if (!key) throw new Error('Nothing failed then and fails now.')
  const were = { on: await counted(on), until: await counted(until), after: await counted(after) }

  waivedThen({ rule, key, on, until, reason })

  expect(await failing(before)).toContain(key)
  for (const day of [on, until]) {
    expect(await failing(day), day).not.toContain(key)
    await atRisk.open(`?rule=${rule}&status=waived&asOf=${day}`)
    expect((await atRisk.csv()).map((row) => [row.key, row.waived_until])).toContainEqual([key, until])
  }
  expect(await counted(on)).toEqual({ fail: (were.on.fail ?? 0) - 1, waived: (were.on.waived ?? 0) + 1 })
  expect(await counted(until)).toEqual({ fail: (were.until.fail ?? 0) - 1, waived: (were.until.waived ?? 0) + 1 })

  expect(await failing(after)).toContain(key)
  expect(await counted(after)).toEqual(were.after)
  expect(await failing(null)).toEqual(always)
  await waivers.open('?state=ended')
  await expect(waivers.rowsAbout(reason)).toContainText('Ended')
  await waivers.open(`?state=in-force&asOf=${until}`)
  await expect(waivers.rowsAbout(reason)).toContainText('In force')
})
