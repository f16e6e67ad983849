// The questions people come with, each answered on one screen without scrolling, and answered as Azure itself would.
import { expect, test } from './house.ts'
import { belongingsOf } from './house/belongings.ts'
import { countIn } from './house/count-in.ts'
import { openWhole } from './house/open-whole.ts'
import { lead, owner } from './house/people.ts'

test.use({ viewport: { width: 1440, height: 900 } })

test('A lead: how much of the estate did we really see?', async ({
  kempt: { overview, standing },
  azure,
  signedInAs,
}) => {
  await signedInAs(lead)
  await overview.open()
  await expect(standing.line).toBeInViewport()
  const { vaults } = azure.estate(await standing.readAt())
  const wholly = vaults.filter((vault) => vault.access === 'readable' && vault.diagnosticsAccess !== 'denied')
  await expect(standing.line).toContainText(`${wholly.length} of ${vaults.length} vaults read`)
})

test('A lead: what is open that should not be, and in how many vaults?', async ({
  kempt: { overview, standing },
  azure,
  signedInAs,
}) => {
  await signedInAs(lead)
  await overview.open()
  const truth = azure.truth(await standing.readAt())
  for (const [words, fault] of [
    [/open to the internet/, 'vault-open-to-internet'],
    [/no purge protection/, 'vault-without-purge-protection'],
  ] as const) {
    const sentence = overview.sentences.filter({ hasText: words })
    await expect(sentence).toBeInViewport()
    expect(countIn(await sentence.innerText())).toBe(truth[fault].length)
  }
  await expect(overview.posture.getByText(/points since/)).toBeInViewport()
  await expect(overview.posture.getByText('What moved it')).toBeInViewport()
})

test('An owner: what of mine needs doing first, with which command, and what is due?', async ({
  page,
  kempt: { standing },
  azure,
  signedInAs,
}) => {
  await signedInAs(owner)
  await openWhole(page, '/mine')
  const at = await standing.readAt()
  const person = azure.people.find(({ name }) => name === owner)
  if (!person) throw new Error(`${owner} is not among the people.`)
  const theirs = belongingsOf(person, azure.estate(at), (vault) => azure.objects(vault, at))
  const next = page.getByRole('region', { name: 'What to do next' })
  const first = next.getByRole('listitem').first()
  await expect(first).toBeInViewport()
  await expect(first.getByText(/^(# |az )/).first()).toBeInViewport()
  const said = await first.innerText()
  expect(theirs.vaults.some((vault) => said.includes(vault))).toBe(true)
  await expect(page.getByRole('region', { name: 'Due in 60 days' })).toBeInViewport()
})

test('Who runs Kempt: did the last snapshot run, what could it not read, and what grants it?', async ({
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
