// The questions of who runs Kempt: each answered on one screen without scrolling, and answered as Azure itself would.
import { expect, test } from './house.ts'
import { countIn } from './house/count-in.ts'
import { lead } from './house/people.ts'

test.use({ viewport: { width: 1440, height: 900 } })

test('How long did it take, how many calls, any throttling?', { tag: '@changes' }, async ({
  kempt: { snapshots },
  azure,
  signedInAs,
}) => {
  await signedInAs(lead)
  const asked = async () => Object.values(await azure.requests()).reduce((sum, requests) => sum + requests, 0)
  const tokens = async () => (await azure.requests()).entra ?? 0
  const before = (await asked()) - (await tokens())
  const refused = { match: { host: '*.vault.azure.net' }, times: 3, act: { kind: 'status', status: 429 } } as const
  await azure.fails({ id: 'busy', ...refused })
  await snapshots.takeOne()
  await azure.heals()
  const requests = (await asked()) - (await tokens()) - before
  const cell = (column: string) => snapshots.latestRun.locator(`td[data-label="${column}"]`)
  for (const column of ['Duration', 'Requests', 'Repeated', 'Throttled']) await expect(cell(column)).toBeInViewport()
  await expect(cell('Duration')).toHaveText(/\d/)
  expect(countIn(await cell('Requests').innerText())).toBe(requests)
  await expect(cell('Throttled')).toHaveText('3')
})

test('Did the last snapshot run, what could it not read, and what grants it?', async ({
  page,
  kempt: { snapshots, standing },
  azure,
  signedInAs,
}) => {
  await signedInAs(lead)
  await snapshots.open()
  const at = await standing.readAt()
  const latest = snapshots.runs.getByRole('row').nth(1)
  await expect(latest).toBeInViewport()
  await expect(latest).toContainText('Partial')
  const shut = azure.estate(at).vaults.find(({ access }) => access === 'firewall' || access === 'no-role')
  await expect(
    page
      .getByRole('region', { name: 'Coverage' })
      .getByText(shut?.name ?? 'nothing')
      .first(),
  ).toBeVisible()
  await expect(page.getByText('How to grant it').first()).toBeInViewport()
})
