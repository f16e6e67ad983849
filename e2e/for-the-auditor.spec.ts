// Exporting for the auditor: as of a day that is over, the files hold exactly what the pages say, and that they were taken is
// on record.
import { expect, test } from './house.ts'
import { changesPage } from './house/changes-page.ts'
import { countIn } from './house/count-in.ts'
import { openWhole } from './house/open-whole.ts'
import { lead } from './house/people.ts'
import { addedUp, posturePage } from './house/posture-page.ts'
import { readCsv } from './house/read-csv.ts'

test.use({ viewport: { width: 1440, height: 900 } })
test.beforeEach(({ signedInAs }) => signedInAs(lead))

const day = new Date(Date.now() - 4 * 86_400_000).toISOString().slice(0, 10)

test('the posture of a past day, rule by rule, is the same on the page and in both files', async ({ page, kempt }) => {
  const posture = posturePage(page)
  await posture.open(`?asOf=${day}`)
  await expect(kempt.standing.line).toContainText(`As of ${day}`)
  const shown = (await posture.rows()).map(({ pass, fail, weight }) => ({ pass, fail, weight }))
  const json = await posture.exported()
  const csv = readCsv(await (await page.request.get(`/posture/export.csv?asOf=${day}`)).text())
  expect(json.map(({ pass, fail, weight }) => ({ pass, fail, weight }))).toEqual(shown)
  expect(csv.map(({ pass, fail, weight }) => ({ pass: +`${pass}`, fail: +`${fail}`, weight: +`${weight}` }))).toEqual(
    shown,
  )
  expect(Math.abs(addedUp(json) * 100 - (await posture.now()))).toBeLessThanOrEqual(0.051)
})

test('what failed on that day, and what had been accepted, is the same on the pages and in the files', async ({
  page,
  kempt: { atRisk, waivers },
}) => {
  for (const query of [`?rule=secret-expired&asOf=${day}`, `?status=waived&asOf=${day}`]) {
    await atRisk.open(query)
    const [csv, json] = [await atRisk.csv(), await atRisk.json()]
    const keys = json.length > 0 ? await atRisk.keysOnAllPages() : []
    expect(json.map(({ key }) => key)).toEqual(keys)
    expect(csv.map(({ key }) => key)).toEqual(keys)
  }
  await waivers.open(`?asOf=${day}`)
  const rows: unknown[] = await (await page.request.get(`/waivers/export.json?asOf=${day}`)).json()
  await expect(waivers.table.getByRole('rowheader')).toHaveCount(rows.length)
})

test('what had changed by then is the same on every page of it and in both files', async ({ page }) => {
  const changes = changesPage(page)
  await changes.open(`?asOf=${day}&change=rotated`)
  const [csv, json] = [await changes.csv(), await changes.json()]
  expect(await changes.total()).toBe(json.length)
  expect(csv).toHaveLength(json.length)
  expect(await changes.saidOnAllPages()).toEqual(
    json.map(({ change, kind, name }) => `${change} ${kind} ${name}`).sort(),
  )
})

test('the file of the audit log holds the lines of the page, and who took the files', async ({
  page,
  kempt: { atRisk },
}) => {
  await atRisk.open(`?asOf=${day}&q=kv-for-the-auditor`)
  expect(await (await page.request.get(`/findings/export.json?asOf=${day}&q=kv-for-the-auditor`)).json()).toEqual([])
  await openWhole(page, '/audit?action=exported')
  const shown = countIn(await page.getByRole('heading', { level: 2, name: /^[\d,]+ / }).innerText())
  const href = await page.getByRole('link', { name: 'JSON', exact: true }).getAttribute('href')
  const lines: Record<string, unknown>[] = await (await page.request.get(href ?? '')).json()
  // Whoever takes a file meanwhile is in it too, this one among them.
  expect(lines.length).toBeGreaterThan(shown)
  const line = lines.find(({ subject }) => `${subject}`.includes('kv-for-the-auditor'))
  expect(line).toMatchObject({ action: 'exported', format: 'json' })
  expect(`${line?.person}`).toContain('ana.silva')
  expect(`${line?.subject}`).toContain(`asOf=${day}`)
  await expect(page.getByRole('row').filter({ hasText: 'kv-for-the-auditor' }).first()).toBeVisible()
})
