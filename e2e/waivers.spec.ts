// What is accepted for a while leaves the list, is counted apart, and comes back.
import { expect, test } from './house.ts'
import { countIn } from './house/count-in.ts'
import { lead, owner } from './house/people.ts'

test.describe.configure({ mode: 'serial' })
test.use({ viewport: { width: 1440, height: 900 } })

const dayMs = 86_400_000
const usualLastDay = () => new Date(Date.now() + 90 * dayMs).toISOString().slice(0, 10)

test('an owner asks for a waiver, the lead approves it, the finding is counted apart, and is back when it is withdrawn', {
  tag: '@changes',
}, async ({ kempt: { atRisk, waivers }, signedInAs }) => {
  const reason = `The carrier renews it in December ${Date.now()}`
  await signedInAs(owner)
  await atRisk.open()
  const rows = await atRisk.json()
  const alone = rows.find(({ finding_rule_ids }) => !`${finding_rule_ids}`.includes(';'))
  const keys = async () => (await atRisk.json()).map(({ key }) => key)
  await atRisk.open(`?row=${alone?.key}`)
  await atRisk.waive({ reason, of: 'row' })
  await expect(atRisk.said).toContainText('A lead decides')
  expect(await keys()).toContain(alone?.key)

  await signedInAs(lead)
  await waivers.open('?state=asked')
  await waivers.approve(reason)
  await expect(waivers.said).toContainText('1 waiver approved')

  await signedInAs(owner)
  await atRisk.open()
  expect(await keys()).not.toContain(alone?.key)
  expect(await atRisk.total()).toBe(rows.length - 1)
  await expect(atRisk.waived).toHaveText('1 waived')
  await atRisk.waived.click()
  await expect(atRisk.title).toHaveText(/^1 .*waived$/)
  await expect(atRisk.row(`${alone?.name}`)).toContainText(`Waived until ${usualLastDay()}`)
  expect((await atRisk.csv()).map(({ key, waived_until }) => [key, waived_until])).toEqual([
    [`${alone?.key}`, usualLastDay()],
  ])

  await signedInAs(lead)
  await waivers.open('?state=in-force')
  await waivers.withdraw(reason)
  await expect(waivers.said).toContainText('1 waiver withdrawn')

  await signedInAs(owner)
  await atRisk.open(`?row=${alone?.key}`)
  expect(await keys()).toEqual(rows.map(({ key }) => key))
  await expect(atRisk.drawer.getByRole('region', { name: 'Former waivers' })).toContainText(reason)
})

test('a lead waives a whole view at once, exactly as much as it said, and withdraws it at once', {
  tag: '@changes',
}, async ({ page, kempt: { atRisk, waivers }, signedInAs }) => {
  const reason = `Moves to another platform ${Date.now()}`
  await signedInAs(lead)
  await atRisk.open('?severity=high&kind=vault')
  const before = await atRisk.total()
  const offered = page.locator('summary').filter({ hasText: 'of this view' })
  const findings = countIn(await offered.innerText())
  await atRisk.waive({ reason, of: 'view' })
  await expect(atRisk.said).toContainText(`${findings} findings waived`)
  await expect(atRisk.nothing).toBeVisible()

  await atRisk.said.getByRole('link').click()
  await expect(waivers.title).toBeVisible()
  expect(await waivers.total()).toBe(findings)
  await page.getByText(`Withdraw all ${findings}`).click()
  await page
    .getByRole('region', { name: /asked for together/ })
    .getByRole('button', { name: 'Withdraw' })
    .click()
  await expect(waivers.said).toContainText(`${findings} waivers withdrawn`)
  await atRisk.open('?severity=high&kind=vault')
  expect(await atRisk.total()).toBe(before)
})
