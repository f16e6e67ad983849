import { expect, test } from 'vitest'
import { freshDatabase } from '#e2e/database/fresh-database.ts'
import { catalogue } from '#lib/rules/catalogue.ts'
import { aRun } from '../testing/a-run.ts'
import { rememberCatalogue } from './remember-plan.ts'
import { whileOurs } from './while-ours.ts'

const db = await freshDatabase()
const remember = whileOurs(db, await aRun(db))
const monday = new Date('2026-11-16T06:00:00Z')
const tuesday = new Date('2026-11-17T06:00:00Z')
const [first, second] = catalogue.slice(0, 2)
if (!first || !second) throw new Error('the catalogue has no rules')

const remembered = (id: string) =>
  db.rule.findUniqueOrThrow({ where: { id }, select: { addedAt: true, retired: true } })

test('a rule was added when it was first judged by, however often it changes, goes and comes back', async () => {
  await rememberCatalogue(remember, [first], monday)
  await rememberCatalogue(remember, [{ ...first, title: 'Another title' }, second], tuesday)
  expect(await remembered(first.id)).toEqual({ addedAt: monday, retired: false })
  expect(await remembered(second.id)).toEqual({ addedAt: tuesday, retired: false })

  await rememberCatalogue(remember, [second], tuesday)
  expect(await remembered(first.id)).toEqual({ addedAt: monday, retired: true })
  await rememberCatalogue(remember, [first, second], tuesday)
  expect(await remembered(first.id)).toEqual({ addedAt: monday, retired: false })
})
