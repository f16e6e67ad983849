// Light or dark, and the time zone of instants: chosen at the foot of the navigation, kept in the browser, by whoever looks.
import type { Page } from '@playwright/test'
import { expect, test } from './house.ts'
import { openWhole } from './house/open-whole.ts'
import { choosePerson, lead } from './house/people.ts'

test.use({ viewport: { width: 1440, height: 900 }, colorScheme: 'light' })
test.beforeEach(({ signedInAs }) => signedInAs(lead))

const timeIn = (at: Date, timeZone: string) =>
  new Intl.DateTimeFormat('en-GB', { timeZone, hour: '2-digit', minute: '2-digit' }).format(at)

// The sheet of a phone holds the same menu, out of sight.
const sidebar = (page: Page) => page.getByRole('complementary', { name: 'Navigation' })
const menu = (page: Page) =>
  sidebar(page)
    .locator('summary')
    .filter({ hasText: /^Display/ })
const apply = (page: Page) => sidebar(page).getByRole('button', { name: 'Apply' })
const isDark = (page: Page) => expect(page.locator('html')).toHaveAttribute('data-theme', 'dark')

test('what is chosen holds at once, on the next page, and after signing out and in again', async ({ page, kempt }) => {
  await openWhole(page, '/snapshots')
  const at = await kempt.standing.readAt()
  await expect(kempt.standing.line).toContainText(`${timeIn(at, 'UTC')} UTC`)
  await menu(page).click()
  await sidebar(page).getByRole('radio', { name: 'Dark' }).check()
  await sidebar(page).getByLabel('Time zone of instants').selectOption('Asia/Tokyo')
  await apply(page).click()
  await isDark(page)
  await expect(kempt.standing.line).toContainText(timeIn(at, 'Asia/Tokyo'))
  await expect(kempt.standing.line.getByRole('time')).toHaveAttribute('datetime', at.toISOString())

  await kempt.goTo('Vaults')
  await isDark(page)
  await expect(kempt.standing.line).toContainText(timeIn(at, 'Asia/Tokyo'))
  await kempt.signOut.click()
  await expect(kempt.heading).toHaveText('You are signed out')
  await isDark(page)
  await page.goto('/vaults')
  await choosePerson(page, lead)
  await isDark(page)
  await expect(kempt.standing.line).toContainText(timeIn(at, 'Asia/Tokyo'))

  await menu(page).click()
  await sidebar(page).getByRole('radio', { name: 'System' }).check()
  await apply(page).click()
  await expect(page.locator('html')).not.toHaveAttribute('data-theme', 'dark')
})

test.describe('without scripts', () => {
  test.use({ javaScriptEnabled: false })

  test('it is chosen the same way, and a zone that is none gets one sentence', async ({ page, kempt, noise }) => {
    noise.expect(/_next\/static\/.* failed: csp/)
    await page.goto('/vaults')
    const at = await kempt.standing.readAt()
    await menu(page).click()
    await sidebar(page).getByLabel('Another one, by its name').fill('Berlin town')
    await apply(page).click()
    await expect(page.getByRole('alert').filter({ hasText: 'time zone' })).toHaveText(
      'No time zone is called “Berlin town”. One is Europe/Berlin, for example.',
    )
    // The menu is open where something was wrong.
    await sidebar(page).getByRole('radio', { name: 'Dark' }).check()
    await sidebar(page).getByLabel('Another one, by its name').fill('asia/tokyo')
    await apply(page).click()
    await isDark(page)
    await expect(kempt.standing.line).toContainText(timeIn(at, 'Asia/Tokyo'))
  })
})
