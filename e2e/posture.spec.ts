// The number at the top can be taken apart, down to the rows, and put together again by hand.
import { expect, test } from './house.ts'
import { countIn } from './house/count-in.ts'
import { lead, owner } from './house/people.ts'
import { addedUp, posturePage } from './house/posture-page.ts'

test('whoever adds the table up by hand comes to the number on the Overview', async ({ page, kempt, signedInAs }) => {
  await signedInAs(lead)
  const { overview } = kempt
  const posture = posturePage(page)
  await overview.open()
  const said = await overview.postureNow()
  await overview.howItIsMade.click()
  await expect(kempt.heading).toHaveText('How posture is made')

  const rows = await posture.rows()
  expect(rows.length).toBeGreaterThan(20)
  expect(await posture.now()).toBe(said)
  // The screen rounds to a tenth of a point.
  expect(Math.abs(addedUp(rows) * 100 - said)).toBeLessThanOrEqual(0.051)
  const lost = rows.reduce((total, row) => total + row.lost, 0)
  expect(Math.abs(100 - lost - said)).toBeLessThan(0.3)

  const decided = rows.reduce((total, { pass, fail }) => total + pass + fail, 0)
  expect(countIn(await posture.denominator.innerText())).toBe(decided)
  expect(addedUp(await posture.exported())).toBeCloseTo(addedUp(rows), 10)
})

test('every figure leads to exactly as many rows', async ({ page, kempt: { atRisk }, signedInAs }) => {
  // A page for every figure: a limit against hanging, not a measure.
  test.setTimeout(600_000)
  await signedInAs(lead)
  const posture = posturePage(page)
  await posture.open('?environment=production')
  const figures = (await posture.rows()).flatMap(({ rule, hrefs, fail, waived, unknown }) => [
    { rule, href: hrefs.fail, said: fail },
    { rule, href: hrefs.waived, said: waived },
    { rule, href: hrefs.unknown, said: unknown },
  ])
  expect(figures.length).toBeGreaterThan(60)
  for (const { rule, href, said } of figures) {
    if (said === 0) {
      expect.soft(href, `${rule}: nought leads nowhere`).toBeUndefined()
      continue
    }
    await page.goto(href ?? '')
    expect.soft(await atRisk.total(), `${rule}: ${href}`).toBe(said)
  }
})

test('a part of the estate has a posture of its own, as of a past day too', async ({ page, kempt, signedInAs }) => {
  await signedInAs(lead)
  const posture = posturePage(page)
  const dayMs = 86_400_000
  const day = new Date(Date.now() - 10 * dayMs).toISOString().slice(0, 10)
  await kempt.vaults.open(`?asOf=${day}`)
  const name = await kempt.vaults.names.first().innerText()
  const shown = countIn(await kempt.vaults.row(name).getByText(/%$/).innerText())
  await posture.open(`?asOf=${day}&vault=${name}`)
  await expect(kempt.standing.line).toContainText(`As of ${day}`)
  expect(await posture.now()).toBe(shown)
})

test('an owner is explained the posture of what is theirs, and nothing more', async ({ page, kempt, signedInAs }) => {
  const posture = posturePage(page)
  await signedInAs(lead)
  await posture.open()
  const everybodys = countIn(await posture.denominator.innerText())
  await signedInAs(owner)
  await kempt.overview.open()
  const said = await kempt.overview.postureNow()
  await kempt.overview.howItIsMade.click()
  await expect(posture.table).toBeVisible()
  expect(await posture.now()).toBe(said)
  expect(countIn(await posture.denominator.innerText())).toBeLessThan(everybodys)
})

test('the objects without an owner are as many as the Overview says', async ({ kempt, signedInAs }) => {
  await signedInAs(lead)
  const { overview, atRisk } = kempt
  await overview.open()
  const said = countIn(await overview.withoutOwner.getByText(/ of .* objects/).innerText())
  expect(said).toBeGreaterThan(0)
  await overview.showWithoutOwner.click()
  await expect(kempt.heading).toHaveText('At risk')
  expect(await atRisk.json()).toHaveLength(said)
})
