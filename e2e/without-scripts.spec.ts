// A browser that runs no scripts reads the same figures, filters and turns pages.
import { expect, test } from './house.ts'
import { lead, reader } from './house/people.ts'

test.use({ javaScriptEnabled: false })
test.beforeEach(async ({ noise, signedInAs }) => {
  await signedInAs(lead)
  // So the browser says that it does not load them.
  noise.expect(/_next\/static\/.* failed: csp/)
})

test('Overview says what needs attention, and leads there', async ({ page, kempt: { overview, atRisk } }) => {
  // Not `open`: what waits until the cards have come in waits for scripts.
  await page.goto('/')
  await expect(overview.firstSentence).toBeVisible()
  await expect(overview.posture.getByText(/\d%/).first()).toBeVisible()
  await overview.firstSentence.click()
  await expect(atRisk.title).toBeVisible()
  await expect(page).toHaveURL(/\/findings\?/)
})

test('At risk can be filtered, sorted, turned and read row by row', async ({ page, kempt: { atRisk, standing } }) => {
  await page.goto('/findings')
  await expect(standing.line).toContainText('As of now')
  await atRisk.search.fill('api')
  await atRisk.apply.click()
  await expect(page).toHaveURL(/q=api/)
  await atRisk.column('Name').getByRole('link').click()
  await expect(atRisk.column('Name')).toHaveAttribute('aria-sort', 'ascending')
  await atRisk.next.click()
  await expect(page.getByText('Page 2 of')).toBeVisible()
  const [key] = await atRisk.keysInSight()
  await page.goto(`/findings?row=${key}`)
  await expect(atRisk.drawer.getByText(/^az /).first()).toBeVisible()
  await atRisk.drawer.getByRole('link', { name: 'Close' }).click()
  await expect(atRisk.drawer).toBeHidden()
})

test('a vault shows how it stands, what fails and what is in it', async ({ page, kempt: { vaults } }) => {
  await page.goto('/vaults')
  await vaults.names.first().click()
  for (const card of ['Posture', 'Findings', 'Coverage', 'Objects']) {
    await expect(page.getByRole('region', { name: card, exact: true })).toBeVisible()
  }
  await expect(
    page
      .getByRole('table', { name: /^Objects in/ })
      .getByRole('rowheader')
      .first(),
  ).toBeVisible()
})

test('a form that was left open says why it may no longer be sent', async ({
  page,
  kempt: { snapshots },
  signedInAs,
}) => {
  await page.goto('/snapshots')
  await expect(snapshots.runNow).toBeVisible()
  await signedInAs(reader)
  await snapshots.runNow.click()
  await expect(page.getByText('Only a person with the role Kempt.Lead may start a snapshot.')).toBeVisible()
  await expect(snapshots.runNow).toBeHidden()
})

test('a draft that a lead left open says why it may no longer be saved', async ({
  page,
  kempt: { policy },
  signedInAs,
}) => {
  await page.goto('/policy?rotationDays=20')
  await signedInAs(reader)
  await policy.note.fill('Let me.')
  await policy.save.click()
  await expect(page.getByRole('alert')).toContainText('Only a person with the role Kempt.Lead may set the policy.')
  await expect(policy.save).toBeHidden()
})
