// A number leads to its rows, and the rows to a file.
import { expect, test } from './house.ts'
import { countIn } from './house/count-in.ts'
import { openWhole } from './house/open-whole.ts'
import { lead } from './house/people.ts'

test.beforeEach(({ signedInAs }) => signedInAs(lead))

test('the first thing that needs attention leads to as many rows as it says, and to a file of these', async ({
  kempt: { overview, atRisk },
}) => {
  await overview.open()
  const said = countIn(await overview.firstSentence.innerText())
  await overview.firstSentence.click()
  await expect(atRisk.title).toBeVisible()
  expect(await atRisk.total()).toBe(said)

  const [csv, json] = [await atRisk.csv(), await atRisk.json()]
  const keys = await atRisk.keysOnAllPages()
  expect(keys).toHaveLength(said)
  expect(csv.map(({ key }) => key)).toEqual(keys)
  expect(json.map(({ key }) => key)).toEqual(keys)
})

test('every sentence leads to as many rows as it says', async ({ page, kempt: { overview, atRisk, snapshots } }) => {
  await overview.open()
  const sentences = await overview.sentences.evaluateAll((links) =>
    links.map((link) => ({ href: link.getAttribute('href') ?? '', said: link.textContent ?? '' })),
  )
  expect(sentences.length).toBeGreaterThan(5)
  for (const { href, said } of sentences) {
    await openWhole(page, href)
    const rows = href.startsWith('/snapshots') ? snapshots.gapsInState('Not read') : { total: await atRisk.total() }
    expect.soft('total' in rows ? rows.total : await rows.count(), `${said} → ${href}`).toBe(countIn(said))
  }
})

test('a filter makes the same rows in the table and in both files, on every page of it', async ({
  kempt: { atRisk },
}) => {
  await atRisk.open('?severity=medium&kind=secret&environment=production&sort=expires&size=25')
  const [csv, json] = [await atRisk.csv(), await atRisk.json()]
  const keys = await atRisk.keysOnAllPages()
  expect(keys.length).toBeGreaterThan(25)
  expect(csv.map(({ key }) => key)).toEqual(keys)
  expect(json.map(({ key }) => key)).toEqual(keys)
  expect(new Set(csv.map(({ kind }) => kind))).toEqual(new Set(['secret']))
  expect(new Set(csv.map(({ environment }) => environment))).toEqual(new Set(['production']))
})
