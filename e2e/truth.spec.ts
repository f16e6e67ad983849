// What Kempt says is wrong is what is wrong: held against the organization itself, at the instant Kempt read it.
import type { Truth } from './azure/organization/truth.ts'
import { expect, test } from './house.ts'
import type { ExportedRow } from './house/at-risk-page.ts'
import { countIn } from './house/count-in.ts'
import { lead } from './house/people.ts'
import { demoSize } from './house/target.ts'

test.beforeEach(({ signedInAs }) => signedInAs(lead))

const subjectOf = ({ kind, name, vault }: ExportedRow) => (kind === 'vault' ? `${vault}` : `${vault}/${kind}/${name}`)
const vaultOf = (subject: string) => subject.split('/')[0] ?? ''

const faultsOfObjects: (keyof Truth)[] = [
  'secret-expired',
  'secret-near-expiry',
  'secret-without-expiry',
  'secret-overdue-for-rotation',
  'secret-validity-too-long',
  'object-without-owner',
  // Told object by object.
  'old-version-still-enabled',
  'key-without-rotation-policy',
  'certificate-without-renewal',
  'weak-key',
]

const faultsOfVaults: (keyof Truth)[] = [
  'vault-without-purge-protection',
  'vault-open-to-internet',
  'vault-without-rbac',
  'value-role-above-vault',
  'vault-without-event-subscription',
]

for (const fault of faultsOfObjects) {
  test(`${fault} is found in every vault that can be read, and nowhere it is not`, async ({ kempt, azure }) => {
    const { atRisk, standing } = kempt
    await atRisk.open(`?rule=${fault}`)
    const at = await standing.readAt()
    const found = (await atRisk.json()).map(subjectOf).sort()
    expect(await atRisk.total()).toBe(found.length)

    const readable = azure.estate(at).vaults.filter(({ access }) => access === 'readable')
    const isReadable = (subject: string) => readable.some(({ name }) => name === vaultOf(subject))
    const truth = azure.truth(at)[fault]
    expect(truth.length).toBeGreaterThan(0)
    expect(found.filter(isReadable)).toEqual(truth)
    // Of the other vaults Kempt may know less, but nothing wrong.
    expect(azure.truth(at, 'everywhere')[fault]).toEqual(expect.arrayContaining(found))
  })
}

for (const fault of faultsOfVaults) {
  test(`${fault} is found of every vault, read or not`, async ({ kempt, azure }) => {
    const { atRisk, standing } = kempt
    await atRisk.open(`?rule=${fault}`)
    const truth = azure.truth(await standing.readAt())[fault]
    expect(truth.length).toBeGreaterThan(0)
    expect((await atRisk.json()).map(subjectOf).sort()).toEqual(truth)
    expect(await atRisk.total()).toBe(truth.length)
  })
}

const faultsInTheLog = [
  'old-version-still-read',
  'caller-not-caching',
  'access-denied-repeatedly',
  'audit-log-silent',
] as const

for (const fault of faultsInTheLog) {
  test(`${fault} is what the log tells of whatever could be judged`, async ({ kempt, azure }) => {
    const { atRisk, standing } = kempt
    await atRisk.open(`?rule=${fault}&status=unknown`)
    const unknown = new Set((await atRisk.json()).map(subjectOf))
    await atRisk.open(`?rule=${fault}`)
    const truth = azure.accessTruth(await standing.readAt())[fault]
    expect((await atRisk.json()).map(subjectOf).sort()).toEqual(truth.filter((subject) => !unknown.has(subject)))
  })
}

const dayMs = 86_400_000

test('an expiry that was moved while the demo looked on is found, and no other', async ({ kempt, azure }) => {
  const { atRisk, standing } = kempt
  await atRisk.open('?rule=expiry-extended-without-rotation')
  const at = await standing.readAt()
  // The demo's snapshots: one a day at a quarter past two, and the one that is shown.
  const newest = Math.floor((at.getTime() - quarterPastTwoMs) / dayMs) * dayMs + quarterPastTwoMs
  const daily = Array.from({ length: demoSize.days }, (_, day) => new Date(newest - (demoSize.days - 1 - day) * dayMs))
  const readable = azure.estate(at).vaults.filter(({ access }) => access === 'readable')
  const isReadable = (subject: string) => readable.some(({ name }) => name === vaultOf(subject))

  const found = (await atRisk.json()).map(subjectOf).sort()
  const moved = azure.expiryExtended([...daily, at])
  expect(moved.length).toBeGreaterThan(0)
  expect(found.filter(isReadable)).toEqual(moved.filter(isReadable))
  expect(moved).toEqual(expect.arrayContaining(found))
})

const quarterPastTwoMs = 8_100_000

for (const rule of ['weak-key', 'value-role-above-vault', 'old-version-still-enabled']) {
  test(`the page of ${rule} counts the rows that At risk shows`, async ({ page, kempt }) => {
    await page.goto(`/rules/${rule}`)
    const failing = page.getByRole('region', { name: 'How the estate stands' }).getByRole('link').first()
    const counted = countIn(await failing.innerText())
    await failing.click()
    await expect(page).toHaveURL((url) => url.pathname === '/findings' && url.searchParams.get('rule') === rule)
    expect(await kempt.atRisk.total()).toBe(counted)
    expect((await kempt.atRisk.json()).length).toBe(counted)
  })
}

test('every vault of the organization is listed, and no other', async ({ kempt, azure }) => {
  await kempt.vaults.open()
  const told = await azure.vaultsTold(await kempt.standing.readAt())
  expect((await kempt.vaults.exported()).map(({ vault }) => vault).sort()).toEqual(told.sort())
  await expect(kempt.vaults.names).toHaveCount(told.length)
  await expect(kempt.standing.line).toContainText(`of ${told.length} vaults read`)
})

test('as of a past day the figures are those of that day, on every page, until one goes back to now', async ({
  page,
  kempt,
  azure,
}) => {
  const { atRisk, standing } = kempt
  await atRisk.open('?rule=secret-overdue-for-rotation')
  const day = new Date(Date.now() - 12 * dayMs).toISOString().slice(0, 10)
  await standing.show(day)
  await expect(standing.line).toContainText(`As of ${day}`)
  const at = await standing.readAt()
  expect(at.toISOString().slice(0, 10)).toBe(day)

  const readable = azure.estate(at).vaults.filter(({ access }) => access === 'readable')
  const found = (await atRisk.json()).map(subjectOf).sort()
  const inReadable = found.filter((subject) => readable.some(({ name }) => name === vaultOf(subject)))
  expect(inReadable).toEqual(azure.truth(at)['secret-overdue-for-rotation'])
  expect(await atRisk.total()).toBe(found.length)

  for (const place of ['Overview', 'Vaults', 'Rules', 'Snapshots'] as const) {
    await kempt.goTo(place)
    await expect(page).toHaveURL((url) => url.searchParams.get('asOf') === day)
    await expect(standing.line).toContainText(`As of ${day}`)
    expect(await standing.readAt()).toEqual(at)
  }
  await expect(kempt.snapshots.runNow).toBeHidden()
  await standing.backToNow.click()
  await expect(standing.line).toContainText('As of now')
})
