import { expect, test } from 'vitest'
import { freshDatabase } from '#e2e/database/fresh-database.ts'
import { listViews } from '#lib/queries/views/list-views.ts'
import { deleteView } from './delete-view.ts'
import { longestViewName, mostViews, saveView } from './save-view.ts'

const now = new Date('2026-11-23T06:15:00Z')
const db = await freshDatabase()

const save = (
  personId: string,
  name: string,
  query = 'severity=high',
  { path = '/findings', replaces = null as string | null } = {},
) => saveView(db, { now, view: { personId, path, query }, name, replaces })
const told = async (personId: string, path = '/findings') =>
  (await listViews(db, { personId, path })).map(({ name, query }) => `${name}: ${query}`)

test('a view is kept for one person and one list, and listed by its name', async () => {
  for (const name of ['Week 10', 'week 9', 'Älter', 'Zuletzt']) await save('ana', name)
  await save('ana', 'Vaults', 'network=open', { path: '/vaults' })
  await save('bo', 'Mine', 'owner=bo')
  expect(await told('ana')).toEqual([
    'Älter: severity=high',
    'week 9: severity=high',
    'Week 10: severity=high',
    'Zuletzt: severity=high',
  ])
  expect(await told('ana', '/vaults')).toEqual(['Vaults: network=open'])
  expect(await told('bo')).toEqual(['Mine: owner=bo'])
})

test('a name that is taken is replaced only by whoever was told so', async () => {
  expect(await save('cleo', 'Monday')).toEqual({ done: true, name: 'Monday', replaced: false })
  // The same once more changes nothing, and asks nothing.
  expect(await save('cleo', ' Monday ')).toEqual({ done: true, name: 'Monday', replaced: false })
  expect(await save('cleo', 'Monday', 'kind=key')).toEqual({ done: false, name: 'Monday', problem: 'taken' })
  // Told about one name, and sent with another.
  expect(await save('cleo', 'Monday', 'kind=key', { replaces: 'Tuesday' })).toMatchObject({ problem: 'taken' })
  expect(await told('cleo')).toEqual(['Monday: severity=high'])
  expect(await save('cleo', 'Monday', 'kind=key', { replaces: 'Monday' })).toEqual({
    done: true,
    name: 'Monday',
    replaced: true,
  })
  expect(await told('cleo')).toEqual(['Monday: kind=key'])
  // Somebody else's view of that name is another one.
  expect(await save('dan', 'Monday', 'kind=secret')).toMatchObject({ done: true, replaced: false })
  expect(await told('cleo')).toEqual(['Monday: kind=key'])
})

test('there is room for so many views of a list, and not for one more', async () => {
  for (let number = 1; number < mostViews; number++) await save('eve', `View ${number}`)
  const both = await Promise.all([save('eve', 'Last'), save('eve', 'Too late')])
  expect(both.map(({ done }) => done).sort()).toEqual([false, true])
  expect(await told('eve')).toHaveLength(mostViews)
  expect(await save('eve', 'One more')).toMatchObject({ problem: 'too-many' })
  expect(await save('eve', 'View 1', 'kind=key', { replaces: 'View 1' })).toMatchObject({ replaced: true })
  expect(await save('eve', 'Of vaults', '', { path: '/vaults' })).toMatchObject({ done: true })
})

test("somebody else's view cannot be removed", async () => {
  await save('finn', 'Mine')
  const [{ id } = { id: 0 }] = await listViews(db, { personId: 'finn', path: '/findings' })
  expect(await deleteView(db, { personId: 'gus', id })).toBe(false)
  expect(await told('finn')).toHaveLength(1)
  expect(await deleteView(db, { personId: 'finn', id })).toBe(true)
  expect(await deleteView(db, { personId: 'finn', id })).toBe(false)
  expect(await told('finn')).toEqual([])
})

test.each<[says: string, typed: string, kept: string]>([
  ['blanks and lines', '  Monday\n\t review  ', 'Monday review'],
  ['a NUL, which PostgreSQL knows none of', 'a\0b', 'a b'],
  ['half a character', 'a\ud83d', 'a\ufffd'],
  ['letters written in two ways', 'Cafe\u0301', 'Caf\u00e9'],
  ['markup', '<script>alert(1)</script>', '<script>alert(1)</script>'],
  ['right-to-left text', 'مراجعة يوم الاثنين', 'مراجعة يوم الاثنين'],
  ['a sign that turns text round', 'a\u202eb\u2067c', 'abc'],
  ['an emoji of several code points', '👩🏽‍🚒', '👩🏽‍🚒'],
])('a name of %s is kept safe', async (_, typed, kept) => {
  expect(await save('hal', typed)).toMatchObject({ done: true, name: kept })
  expect((await listViews(db, { personId: 'hal', path: '/findings' })).map(({ name }) => name)).toContain(kept)
})

test.each(['', '   ', '\u200b\u200f', '\u0301'])('a name of which nothing is seen (%j) is none', async (name) => {
  expect(await save('ida', name)).toMatchObject({ done: false, problem: 'name-missing' })
})

test('a name and a view may be only so long', async () => {
  expect(await save('jon', '🔑'.repeat(longestViewName))).toMatchObject({ done: true })
  expect(await save('jon', 'x'.repeat(longestViewName + 1))).toMatchObject({ problem: 'name-too-long' })
  expect(await save('jon', 'Long', `q=${'x'.repeat(4000)}`)).toMatchObject({ problem: 'view-too-long' })
})
