// The rows to a file: every table that offers its files hands out exactly its rows, as CSV and as JSON, on every page there is.
import type { Page } from '@playwright/test'
import { expect, test } from './house.ts'
import { anyObject, everyPage } from './house/every-page.ts'
import { type ExportLink, exportsOf } from './house/exports.ts'
import { lead } from './house/people.ts'
import { readCsv } from './house/read-csv.ts'

test('every file of every page has the rows that its page says', async ({
  page,
  kempt,
  azure,
  signedInAs,
  browser,
}) => {
  // A few files for each of some forty pages: a limit against hanging, not a measure.
  test.setTimeout(600_000)
  await signedInAs(lead)
  await kempt.atRisk.open()
  const [row = ''] = await kempt.atRisk.keysInSight()
  const vault = azure.estate(new Date()).vaults[0]?.name ?? ''
  const object = anyObject(azure.objects(vault, new Date()))
  const [{ identity: caller } = { identity: '' }] = await kempt.callers.exported()

  const blank = await page.context().newPage()
  const files = new Map<string, ExportLink>()
  for (const path of Object.values(everyPage({ vault, row, caller, object }))) {
    for (const link of await exportsOf(blank, path)) files.set(link.href, link)
  }
  expect(files.size).toBeGreaterThan(40)
  let counted = 0
  for (const link of files.values()) {
    const rows = await rowsOf(blank, link)
    // A preview shows the first of its rows; and who takes a file out adds a line to the audit by it.
    if (link.rows === null || /^\/(policy|audit)\//.test(link.href)) continue
    counted += 1
    expect.soft(rows, `${link.foundOn}: ${link.href}`).toBe(link.rows)
  }
  expect(counted).toBeGreaterThan(files.size / 2)
  // Of the same rows there is the same number in either form.
  for (const { href, foundOn } of files.values()) {
    const other = href.replace(/(export|preview)\.csv/, '$1.json')
    expect.soft(files.has(other), `${foundOn}: ${href} has a twin`).toBe(true)
  }

  const stranger = await browser.newContext()
  for (const { href } of files.values()) {
    const answer = await stranger.request.get(new URL(href, page.url()).href, { maxRedirects: 0 })
    expect.soft([303, 401], `${href}, for nobody in particular`).toContain(answer.status())
    if (answer.status() === 303) expect.soft(answer.headers().location).toMatch(/\/sign-in\b/)
  }
  await stranger.close()
})

/** How many rows a file has; it has to be what its name says. */
async function rowsOf(page: Page, { href, foundOn }: ExportLink): Promise<number> {
  const answer = await page.request.get(href)
  const format = href.includes('.csv') ? 'text/csv; charset=utf-8' : 'application/json; charset=utf-8'
  expect.soft(answer.status(), `${foundOn}: ${href}`).toBe(200)
  expect.soft(answer.headers()['content-type'], `${foundOn}: ${href}`).toBe(format)
  const text = await answer.text()
  return href.includes('.csv') ? readCsv(text).length : JSON.parse(text).length
}
