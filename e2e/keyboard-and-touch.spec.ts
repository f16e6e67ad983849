// A keyboard is enough, and so is a thumb.
import { expect, test } from './house.ts'
import { palette } from './house/palette.ts'
import { lead } from './house/people.ts'

test('a keyboard leads past the navigation, to another page, through a table and into a row', async ({
  page,
  kempt,
  signedInAs,
}) => {
  const { atRisk } = kempt
  await signedInAs(lead)
  await page.goto('/')
  await page.keyboard.press('Tab')
  await expect(kempt.skipLink).toBeFocused()
  await expect(kempt.skipLink).toBeInViewport()
  await page.keyboard.press('Enter')
  await expect(kempt.main).toBeFocused()

  const link = kempt.navigation.getByRole('link', { name: 'At risk' })
  await link.focus()
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL('/findings')

  await atRisk.column('Expires').getByRole('link').focus()
  await page.keyboard.press('Enter')
  await expect(atRisk.column('Expires')).toHaveAttribute('aria-sort', 'ascending')
  await page.keyboard.press('Enter')
  await expect(atRisk.column('Expires')).toHaveAttribute('aria-sort', 'descending')

  await atRisk.names.getByRole('link').first().focus()
  await page.keyboard.press('Enter')
  await expect(atRisk.drawer).toBeVisible()
  await expect(atRisk.drawer.getByRole('heading', { level: 2 })).toBeFocused()
  await page.keyboard.press('Escape')
  await expect(atRisk.drawer).toBeHidden()
})

test('a keyboard filters a list, turns its pages, and goes from row to row', async ({ page, kempt, signedInAs }) => {
  const { atRisk } = kempt
  await signedInAs(lead)
  await atRisk.open()
  await palette(page).listening()
  await page.keyboard.press('/')
  await expect(atRisk.search).toBeFocused()
  await page.keyboard.type('s')
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(/q=s\b/)

  await atRisk.next.focus()
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(/page=2/)
  await expect(page.getByText('Page 2 of')).toBeVisible()

  await atRisk.names.getByRole('link').first().focus()
  await page.keyboard.press('Enter')
  const heading = atRisk.drawer.getByRole('heading', { level: 2 })
  await expect(heading).toBeFocused()
  const first = await heading.innerText()
  await page.keyboard.press('ArrowRight')
  await expect(heading).not.toHaveText(first)
  await expect(heading).toBeFocused()
  await page.keyboard.press('ArrowLeft')
  await expect(heading).toHaveText(first)
  await page.keyboard.press('Escape')
  await expect(atRisk.drawer).toBeHidden()
  await expect(page).toHaveURL(/q=s&page=2$/)
})

test.describe('on a phone', () => {
  test.use({ viewport: { width: 390, height: 844 }, hasTouch: true })

  test('the navigation is behind a button, and closes by itself', async ({ page, kempt, signedInAs }) => {
    await signedInAs(lead)
    await page.goto('/')
    await expect(kempt.navigation).toBeHidden()
    await page.getByRole('button', { name: 'Menu' }).tap()
    await expect(kempt.navigation).toBeVisible()
    await kempt.goTo('Vaults')
    await expect(page).toHaveURL('/vaults')
    await expect(kempt.navigation).toBeHidden()
  })
})
