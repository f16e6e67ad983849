// A view of a list is kept under a name, by one person alone; its link shows the same to everybody.
import { expect, test } from './house.ts'
import { lead, reader } from './house/people.ts'

test.use({ viewport: { width: 1440, height: 900 } })

test('a view with filters and columns is kept by its name, shows the same to others by its link, and is removed', async ({
  page,
  kempt: { atRisk },
  signedInAs,
}) => {
  const name = `What the audit asked for ${Date.now()}`
  const views = page.getByRole('navigation', { name: 'Saved views' })
  const link = views.getByRole('link', { name, exact: true })
  const looksAs = async () => ({
    total: await atRisk.total(),
    columns: await atRisk.table.getByRole('columnheader').allInnerTexts(),
    first: (await atRisk.keysInSight())[0],
  })
  await signedInAs(lead)
  await atRisk.open()
  const everything = await looksAs()
  await atRisk.open('?severity=high&kind=secret&columns=name&columns=risk&columns=expires&sort=expires')
  const wanted = await looksAs()
  expect(wanted.total).toBeLessThan(everything.total)
  expect(wanted.columns.length).toBeLessThan(everything.columns.length)
  await page.locator('summary').filter({ hasText: 'Save this view' }).click()
  await page.getByLabel('Name', { exact: true }).fill(name)
  await page.getByRole('button', { name: 'Save', exact: true }).click()
  await expect(link).toHaveAttribute('aria-current', 'true')

  await atRisk.open()
  await link.click()
  await expect(page).toHaveURL(/severity=high/)
  await expect(link).toHaveAttribute('aria-current', 'true')
  expect(await looksAs()).toEqual(wanted)
  const address = new URL(page.url())

  await signedInAs(reader)
  await atRisk.open(address.search)
  expect(await looksAs()).toEqual(wanted)
  await expect(link).toBeHidden()

  await signedInAs(lead)
  await atRisk.open()
  await page.getByRole('button', { name: `Remove the saved view ${name}` }).click()
  await expect(link).toBeHidden()
  await atRisk.open(address.search)
  expect(await looksAs()).toEqual(wanted)
})
