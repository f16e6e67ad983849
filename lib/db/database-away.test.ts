import { expect, test } from 'vitest'
import { isDatabaseAway, reasonAway } from './database-away.ts'

const prisma = (about: object) =>
  Object.assign(new Error('Invalid invocation\n\nsaid'), { name: 'PrismaClientKnownRequestError', ...about })

test.each([
  ['a full disk', prisma({ code: 'P2010', meta: { driverAdapterError: { cause: { originalCode: '53100' } } } })],
  [
    'a server that is shut down',
    prisma({ code: 'P2010', meta: { driverAdapterError: { cause: { originalCode: '57P01' } } } }),
  ],
  ['nobody who answers', prisma({ code: 'P1001' })],
  ['a connection that is gone', prisma({ cause: { kind: 'ConnectionClosed' } })],
  ['a connection cut without a code', prisma({ cause: new Error('Connection terminated unexpectedly') })],
])('%s is the database that cannot work', (_, error) => {
  expect(isDatabaseAway(error)).toBe(true)
})

test.each([
  ['a row that is there already', prisma({ code: 'P2002' })],
  [
    'a text it cannot hold',
    prisma({ code: 'P2010', meta: { driverAdapterError: { cause: { originalCode: '22021' } } } }),
  ],
  ['a statement that was cancelled', prisma({ meta: { driverAdapterError: { cause: { originalCode: '57014' } } } })],
  ['a connection to somewhere else', Object.assign(new Error('reset'), { code: 'ECONNRESET' })],
  ['no error', 'ECONNRESET'],
])('%s is not', (_, error) => {
  expect(isDatabaseAway(error)).toBe(false)
})

test('the reason is what the database said, without the statement', () => {
  expect(reasonAway(prisma({}))).toBe('said')
})
