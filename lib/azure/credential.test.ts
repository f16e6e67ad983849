import { expect, test } from 'vitest'
import { singleFlight } from './credential.ts'

const token = (text: string) => ({ token: text, expiresOnTimestamp: 0 })

/** Gives tokens 1, 2, 3 … and counts them. */
function numbered() {
  const count = { asked: 0 }
  const getToken = async () => {
    count.asked += 1
    return token(String(count.asked))
  }
  return { count, credential: singleFlight({ getToken }) }
}

test('sixty-four that wait for the same token send one request, and the next sends another', async () => {
  const { credential } = numbered()
  const many = await Promise.all(Array.from({ length: 64 }, () => credential.getToken('scope', { tenantId: 'a' })))
  expect(new Set(many.map((each) => each?.token))).toEqual(new Set(['1']))
  expect((await credential.getToken('scope', { tenantId: 'a' }))?.token).toBe('2')
})

test('another tenant, scope or claim is another token', async () => {
  const { credential, count } = numbered()
  await Promise.all([
    credential.getToken('scope'),
    credential.getToken('scope', { tenantId: 'b' }),
    credential.getToken('scope', { tenantId: 'b', claims: '{}' }),
    credential.getToken('other'),
  ])
  expect(count.asked).toBe(4)
})

test('one caller who gives up does not take the token from the others', async () => {
  let signal: unknown = 'not asked'
  const credential = singleFlight({
    getToken: async (_, options) => {
      signal = options?.abortSignal
      return token('1')
    },
  })
  await credential.getToken('scope', { abortSignal: AbortSignal.abort() })
  expect(signal).toBeUndefined()
})

test('a failed sign-in says which error of Entra it was, and is tried again by the next', async () => {
  let asked = 0
  const credential = singleFlight({
    getToken: async () => {
      asked += 1
      throw new Error('AADSTS7000215: Invalid client secret provided.')
    },
  })
  await expect(credential.getToken('s')).rejects.toMatchObject({ kind: 'sign-in-failed', code: 'AADSTS7000215' })
  await expect(credential.getToken('s')).rejects.toMatchObject({ kind: 'sign-in-failed' })
  expect(asked).toBe(2)
})
