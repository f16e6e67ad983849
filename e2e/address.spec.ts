// Everything that changes what is shown is in the address, and an address that makes no sense shows the default view.
import { expect, test } from './house.ts'
import { lead } from './house/people.ts'

test.beforeEach(({ signedInAs }) => signedInAs(lead))

test('filter, order and page are in the address: loaded again, it shows the same rows', async ({ page, kempt }) => {
  const { atRisk } = kempt
  await atRisk.open()
  await atRisk.bySeverity('Medium').click()
  await expect(page).toHaveURL(/severity=medium/)
  await atRisk.search.fill('s')
  await atRisk.apply.click()
  await expect(page).toHaveURL(/q=s\b/)
  await atRisk.column('Expires').getByRole('link').click()
  await expect(atRisk.column('Expires')).toHaveAttribute('aria-sort', 'ascending')
  await atRisk.next.click()
  await expect(page).toHaveURL(/page=2/)
  await expect(page.getByText('Page 2 of')).toBeVisible()

  const query = new URL(page.url()).searchParams
  expect(Object.fromEntries(query)).toMatchObject({
    severity: 'medium',
    q: 's',
    sort: 'expires',
    page: '2',
  })
  const before = await atRisk.keysInSight()
  expect(before).toHaveLength(25)
  await page.reload()
  expect(await atRisk.keysInSight()).toEqual(before)

  await page.goBack()
  await expect(page.getByText('Page 1 of')).toBeVisible()
  expect(await atRisk.keysInSight()).not.toEqual(before)
})

test('a link to an open row opens it, and closing it leads back to the same list', async ({ page, kempt }) => {
  const { atRisk } = kempt
  await atRisk.open('?severity=high&size=50')
  const [key] = await atRisk.keysInSight()
  await atRisk.open(`?severity=high&size=50&row=${key}`)
  await expect(atRisk.drawer).toBeVisible()
  await expect(atRisk.drawer).toContainText(/1 of \d+/)
  // Since it listens to keys.
  await expect(atRisk.drawer.getByRole('heading', { level: 2 })).toBeFocused()
  await page.keyboard.press('ArrowRight')
  await expect(atRisk.drawer).toContainText(/2 of \d+/)
  await page.keyboard.press('Escape')
  await expect(atRisk.drawer).toBeHidden()
  await expect(page).toHaveURL('/findings?severity=high&size=50')
})

// As they stand in an address. %00 is what PostgreSQL takes in no text, and %F0%9F is half a character.
const nonsense = [
  '',
  'nonsense',
  '-1',
  '0',
  '1e9',
  '99999999999999999999',
  '%27%3B--',
  '%00',
  '%F0%9F',
  '..%2F..',
  '%5B%5D',
]
const longest = 'x'.repeat(500)

const parametersOf = {
  '/': 'asOf',
  '/findings':
    'status rule severity area kind subscription environment owner vault tag read expires expiresFrom expiresTo age ageFrom ageTo q group sort dir size page row columns asOf',
  '/findings/export.csv': 'status rule tag q expires age sort asOf',
  '/findings/flow': 'days what severity rule page asOf',
  '/findings/flow/export.csv': 'days what severity rule asOf',
  '/vaults': 'q subscription environment owner coverage access network purge logging sort dir page columns asOf',
  '/vaults/export.json': 'q coverage sort asOf',
  '/rules/secret-expired': 'asOf',
  '/snapshots': 'coverage reason page runs log logPage asOf',
  '/snapshots/coverage/export.csv': 'coverage reason asOf',
  '/snapshots/log/export.json': 'log asOf',
  '/callers': 'kind only q vault sort dir page columns asOf',
  '/callers/export.csv': 'kind only q sort asOf',
  '/operations': 'caller days kind look outcome q vault size page asOf',
  '/operations/export.json': 'caller days kind look outcome q vault asOf',
  '/owners': 'q sort dir page columns asOf',
  '/calendar': 'view month day what when kind environment owner subscription page asOf',
  '/audit': 'action person q from to sort dir size page asOf',
  '/search': 'q asOf',
}

for (const [path, list] of Object.entries(parametersOf)) {
  test(`nonsense in the parameters of ${path} is never an error`, async ({ page }) => {
    const names = list.split(' ')
    const queries = [
      // All of them at once, each twice; then each alone, as one could hide another.
      ...[...nonsense, longest.slice(0, 60)].map((value) =>
        names.map((name) => `${name}=${value}&${name}=${value}`).join('&'),
      ),
      ...names.flatMap((name) => [`${name}=%00`, `${name}=${longest}`]),
    ]
    const failed: string[] = []
    for (const query of queries) {
      const answer = await page.request.get(`${path}?${query}`)
      const text = await answer.text()
      if (answer.status() !== 200 || /could not be (made|read just now)/.test(text)) {
        failed.push(`${answer.status()} ${path}?${query.slice(0, 100)}`)
      }
    }
    expect(failed).toEqual([])
  })
}

test('a choice that there is not is as if none had been made', async ({ kempt: { atRisk } }) => {
  await atRisk.open()
  const usual = await atRisk.keysInSight()
  const wrong =
    'status=x&rule=x&severity=x&area=x&kind=x&read=x&expires=x&age=x&group=x&sort=x&dir=x&size=x&page=x&row=x&asOf=x'
  await atRisk.open(`?${wrong}`)
  expect(await atRisk.keysInSight()).toEqual(usual)
})
