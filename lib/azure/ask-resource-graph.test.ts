import { expect, test } from 'vitest'
import { EstateUnreadable } from './estate-unreadable.ts'
import { listVaults } from './list-vaults.ts'
import { vaultsQuery } from './queries.ts'
import type { Answer } from './testing/scripted-azure.ts'
import { estate, isBody, rows, vaultRow } from './testing/scripted-estate.ts'

test('pages are followed by their token; a vault on two of them counts once', async () => {
  const { azure } = estate({
    vaults: ({ options }) =>
      options.$skipToken === 'next'
        ? rows([vaultRow('kv-b'), vaultRow('kv-c')], { totalRecords: 3 })
        : rows([vaultRow('kv-a'), vaultRow('kv-b')], { totalRecords: 3, $skipToken: 'next' }),
  })
  expect((await listVaults(azure)).vaults.map(({ name }) => name)).toEqual(['kv-a', 'kv-b', 'kv-c'])
})

test.each<[string, Answer, string]>([
  ['cut short without a token', rows([vaultRow('a')], { resultTruncated: 'true' }), 'malformed-answer'],
  ['fewer rows than it says there are', rows([vaultRow('a')], { totalRecords: 2 }), 'malformed-answer'],
  ['a page of another length than it says', rows([vaultRow('a')], { count: 2 }), 'malformed-answer'],
  ['pages in a circle', rows([vaultRow('a')], { $skipToken: 'again' }), 'malformed-answer'],
  [
    'more subscriptions than it looks at',
    { ...rows([]), headers: { 'x-ms-tenant-subscription-limit-hit': 'true' } },
    'malformed-answer',
  ],
  ['no rows at all but an object', { body: { value: [] } }, 'malformed-answer'],
  ['a refusal', { status: 403, body: { error: { code: 'AuthorizationFailed' } } }, 'forbidden'],
  ['throttling without end', { status: 429 }, 'throttled'],
])('%s is no estate', async (_, answer, code) => {
  const { azure } = estate({ vaults: () => answer })
  const failure = await listVaults(azure).catch((error: unknown) => error)
  expect(failure).toBeInstanceOf(EstateUnreadable)
  expect(failure).toMatchObject({ reason: { code, detail: expect.stringContaining('the list of vaults') } })
})

test('a used-up quota is waited for before the next page', async () => {
  const { azure } = estate({
    vaults: ({ options }) => {
      const quota = { 'x-ms-user-quota-remaining': '0', 'x-ms-user-quota-resets-after': '00:00:00.01' }
      const page = rows(
        [vaultRow('kv-a')],
        options.$skipToken ? { totalRecords: 2 } : { totalRecords: 2, $skipToken: 't' },
      )
      return { ...page, headers: quota }
    },
  })
  expect((await listVaults(azure)).vaults.length).toBe(1)
})

test('named subscriptions are asked three hundred at a time, named groups at once', async () => {
  const subscriptions = Array.from({ length: 301 }, (_, index) => `sub-${index}`)
  const many = estate({}, { subscriptions })
  await listVaults(many.azure)
  const asked = many.sent.flatMap(({ body }) =>
    isBody(body) && body.query === vaultsQuery ? [body.subscriptions?.length] : [],
  )
  expect(asked).toEqual([300, 1])
  const groups = estate({}, { managementGroups: ['mg-prod'] })
  await listVaults(groups.azure)
  expect(groups.sent.every(({ body }) => isBody(body) && body.managementGroups?.[0] === 'mg-prod')).toBe(true)
  expect(() => estate({}, { managementGroups: ['a'], subscriptions: ['b'] })).toThrow('not both')
})
