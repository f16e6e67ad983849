// Anything with a name is a few keys away, from every page; and without scripts a page does the same.
import { expect, test } from './house.ts'
import { belongingsOf } from './house/belongings.ts'
import { palette } from './house/palette.ts'
import { lead, owner } from './house/people.ts'

test('a keyboard alone finds a vault, an object, a rule, an owner and a page, and goes there', async ({
  page,
  kempt,
  azure,
  signedInAs,
}) => {
  await signedInAs(lead)
  const found = palette(page)
  await kempt.vaults.open()
  await found.listening()
  const vault = azure.estate(new Date()).vaults.find(({ access }) => access === 'readable')?.name ?? ''
  const secret = azure
    .objects(vault, new Date())
    .find(({ kind, managed, deletedAt }) => kind === 'secret' && !managed && deletedAt === null)
  const name = secret?.name ?? ''

  await found.jumpTo(vault, vault)
  await expect(page).toHaveURL(`/vaults/${vault}`)
  await found.jumpTo(name, name)
  await expect(page).toHaveURL((url) => url.pathname.endsWith(`/${name}`))
  await found.jumpTo('overdue', 'Secret is overdue for rotation')
  await expect(page).toHaveURL('/rules/secret-overdue-for-rotation')
  await found.jumpTo('dispatch', 'dispatch')
  await expect(page).toHaveURL('/owners/dispatch')
  await found.jumpTo('waiv', 'Waivers')
  await expect(page).toHaveURL('/waivers')
})

test('Escape closes it and gives the focus back, and what is called nothing is said in a sentence', async ({
  page,
  kempt,
  signedInAs,
}) => {
  await signedInAs(lead)
  const found = palette(page)
  await kempt.atRisk.open()
  await found.listening()
  const link = kempt.navigation.getByRole('link', { name: 'Vaults' })
  await link.focus()
  await page.keyboard.press('Control+k')
  await expect(found.field).toBeFocused()
  await page.keyboard.type('there is no such name')
  await expect(found.said).toHaveText('Nothing is called that.')
  await page.keyboard.press('Escape')
  await expect(found.dialog).toBeHidden()
  await expect(link).toBeFocused()

  await page.keyboard.press('?')
  await expect(found.keys).toContainText('Search: jump to anything by its name')
  await page.keyboard.press('Escape')
  await expect(found.keys).toBeHidden()
  await page.keyboard.press('/')
  await expect(kempt.atRisk.search).toBeFocused()
  await page.keyboard.type('?')
  await expect(kempt.atRisk.search).toHaveValue('?')
  await expect(found.keys).toBeHidden()
})

test('an owner finds what is theirs, and nothing of anybody else’s', async ({ page, azure, signedInAs }) => {
  await signedInAs(owner)
  const at = new Date()
  const person = azure.people.find(({ name }) => name === owner)
  if (!person) throw new Error(`${owner} is not among the people.`)
  const { vaults } = belongingsOf(person, azure.estate(at), (vault) => azure.objects(vault, at))
  const [own = ''] = vaults
  const foreign = azure.estate(at).vaults.find(({ name }) => !vaults.includes(name))?.name ?? ''
  await page.goto(`/search?q=${own}`)
  await expect(page.getByRole('main').getByRole('link', { name: own, exact: true })).toBeVisible()
  await page.goto(`/search?q=${foreign}`)
  await expect(page.getByText('Nothing is called that')).toBeVisible()
  const answer = await page.request.get(`/api/search?q=${foreign}`)
  expect(answer.ok()).toBe(true)
  expect(await answer.text()).not.toContain(`/vaults/${foreign}`)
})

test.describe('without scripts', () => {
  test.use({ javaScriptEnabled: false })

  test('the same button leads to a page that finds the same', async ({ page, kempt, noise, azure, signedInAs }) => {
    await signedInAs(lead)
    noise.expect(/_next\/static\/.* failed: csp/)
    const vault = azure.estate(new Date()).vaults[0]?.name ?? ''
    await page.goto('/rules')
    await page.getByRole('button', { name: 'Search' }).first().click()
    await expect(kempt.heading).toHaveText('Search results')
    await page.getByRole('searchbox', { name: 'Name' }).fill(vault)
    await page.getByRole('search').getByRole('button', { name: 'Apply' }).click()
    await page.getByRole('main').getByRole('link', { name: vault, exact: true }).click()
    await expect(page).toHaveURL(`/vaults/${vault}`)
    await page.goto('/search?q=there-is-no-such-name')
    await expect(page.getByText('Nothing is called that')).toBeVisible()
  })
})
