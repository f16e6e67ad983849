// Who reads what, and what breaks when it is rotated: every answer held against the rows of the log itself.
import { expect, test } from './house.ts'
import { countIn } from './house/count-in.ts'
import { lead, owner } from './house/people.ts'

const dayMs = 86_400_000
const midnight = (at: Date, daysBefore = 0) => new Date((Math.floor(at.getTime() / dayMs) - daysBefore) * dayMs)

test('Rotating a secret: the page names everybody who reads it, and who stays with an older version', async ({
  kempt: { object, standing, overview },
  azure,
  signedInAs,
}) => {
  await signedInAs(lead)
  await overview.open()
  const at = await standing.readAt()
  const readable = new Set(azure.estate(at).vaults.flatMap(({ name, access }) => (access === 'readable' ? [name] : [])))
  const subject = azure.accessTruth(at)['old-version-still-read'].find((one) => readable.has(one.split('/')[0] ?? ''))
  if (!subject) throw new Error('Nobody stays with an older version.')
  await object.open(subject)
  const readers = azure.readersOf(subject, midnight(at, 30), at)
  expect((await object.exported()).map((row) => [row.caller_id, row.reads]).sort()).toEqual(
    [...readers].map(([identity, { calls }]) => [identity, calls]).sort(),
  )
  await expect(object.followers).toHaveCount(readers.size)
  const [vault = '', kind, name] = subject.split('/')
  const versions = azure.objects(vault, at).find((one) => one.kind === kind && one.name === name)?.versions ?? []
  const current = versions.at(-1)?.id
  const pinned = [...readers].filter(([, reads]) => reads.versions.every((version) => version !== current))
  for (const [identity] of pinned) await expect(object.follower(identity)).toContainText('must be changed by hand')
  await expect(object.lifeline.getByRole('img').first()).toBeVisible()
})

test('The worst at caching are those of the log, with what they would save', async ({
  page,
  kempt: { callers, standing },
  azure,
  signedInAs,
}) => {
  await signedInAs(lead)
  await callers.open()
  const at = await standing.readAt()
  const worst = azure.worstNonCachers(midnight(at, 7), at, 3)
  expect(worst).toHaveLength(3)
  const rows = callers.worst.getByRole('row')
  for (const { callerObjectId, reads, needless } of worst) {
    const row = rows.filter({ has: page.locator(`a[href^="/callers/${callerObjectId}"]`) })
    await expect(row.locator('td[data-label^="Reads,"]')).toHaveText(reads.toLocaleString('en-US'))
    await expect(row.locator('td[data-label=Saving]')).toContainText(needless.toLocaleString('en-US'))
  }
  const [first] = worst
  await callers.openOne(first?.callerObjectId ?? '')
  await expect(page.getByRole('region', { name: 'Reads', exact: true })).toContainText(
    (first?.needless ?? 0).toLocaleString('en-US'),
  )
})

test('What was deleted, purged, backed up and restored is all there, a number at a time', async ({
  page,
  kempt: { operations, standing },
  azure,
  signedInAs,
}) => {
  await signedInAs(lead)
  await operations.open('?days=7')
  const at = await standing.readAt()
  const truly = azure.sensitiveOperations(midnight(at, 6), at)
  const entries = new Set(
    truly.map(({ day, vault, kind, callerObjectId }) => [day, vault, kind, callerObjectId].join(' ')),
  )
  const exported = await operations.exported()
  expect(
    exported
      .filter(({ outcome }) => outcome === 'done')
      .map((row) => [row.day, row.vault, row.operation, row.caller_identity].join(' '))
      .sort(),
  ).toEqual([...entries].sort())
  expect(await operations.total()).toBe(exported.length)
  const counts = page.getByRole('navigation', { name: 'Entries by kind of operation' }).getByRole('link')
  const said = await counts.evaluateAll((links) =>
    links.map((link) => ({ href: link.getAttribute('href') ?? '', text: link.textContent ?? '' })),
  )
  expect(said.length).toBeGreaterThan(2)
  for (const { href, text } of said) {
    await operations.open(href.slice('/operations'.length))
    expect.soft(await operations.total(), text).toBe(countIn(text))
  }
})

test('A vault whose log is silent says so, and nobody there is called unread', async ({
  page,
  kempt: { object, standing, overview },
  azure,
  signedInAs,
}) => {
  await signedInAs(lead)
  await overview.open()
  const at = await standing.readAt()
  const [silent = ''] = azure.accessTruth(at)['audit-log-silent']
  const [secret] = azure.objects(silent, at).filter(({ kind, deletedAt }) => kind === 'secret' && deletedAt === null)
  await object.open(`${silent}/secret/${secret?.name}`)
  await expect(object.rotation).toContainText('not known')
  await expect(object.rotation).not.toContainText('Nobody read it')
  await page.goto('/snapshots?log=silent#log')
  const logs = page.getByRole('region', { name: 'Access logs' })
  await expect(logs.getByRole('row').filter({ hasText: silent })).toContainText('Silent')
})

test('An owner sees who calls what is theirs, and nothing of anybody else’s', async ({
  kempt: { callers, heading },
  noise,
  signedInAs,
}) => {
  await signedInAs(lead)
  await callers.open()
  const everybody = new Set((await callers.exported()).map(({ identity }) => identity))
  await signedInAs(owner)
  await callers.open()
  const theirs = (await callers.exported()).map(({ identity }) => identity)
  expect(theirs.length).toBeGreaterThan(0)
  expect(theirs.length).toBeLessThan(everybody.size)
  const stranger = [...everybody].find((identity) => !theirs.includes(identity)) ?? ''
  noise.expect(/status of 404/)
  const answer = await callers.openOne(stranger)
  expect(answer?.status()).toBe(404)
  await expect(heading).not.toContainText(stranger)
})
