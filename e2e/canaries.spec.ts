// Nothing here can read a secret: every value in the stand-in is a canary, and whoever asks for one is on record.
import { expect, test } from './house.ts'
import { crawl } from './house/crawl.ts'
import { lead } from './house/people.ts'
import { origin } from './house/target.ts'

test('no page, file or script that a lead can reach holds a value, and no link leads nowhere', async ({
  page,
  azure,
  signedInAs,
}) => {
  test.slow()
  await signedInAs(lead)
  const [holding, broken, visited]: string[][] = [[], [], []]
  for await (const { path, foundOn, status, text } of crawl(page.request, origin, [
    '/',
    '/api/snapshots/progress',
    '/api/health',
  ])) {
    visited?.push(path)
    if (text.includes('CANARY')) holding?.push(path)
    if (status !== 200) broken?.push(`${status} ${path}, found on ${foundOn}`)
  }
  expect(visited?.length).toBeGreaterThan(100)
  for (const file of ['/findings/export.csv', '/findings/export.json', '/vaults/export.csv', '/vaults/export.json']) {
    expect(visited).toContain(file)
  }
  expect(holding).toEqual([])
  expect.soft(broken).toEqual([])

  const requests = await azure.requests()
  expect(Object.values(requests).reduce((sum, number) => sum + number, 0)).toBeGreaterThan(0)
  expect(await azure.violations()).toEqual([])
})
