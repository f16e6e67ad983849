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
  const many = await Promise.all(
    Array.from({ length: 64 }, (_, nth) => credential.getToken(nth % 2 ? 'scope' : ['scope'], { tenantId: 'a' })),
  )
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
      signal = { aborted: options?.abortSignal?.aborted }
      return token('1')
    },
  })
  await credential.getToken('scope', { abortSignal: AbortSignal.abort() })
  expect(signal).toMatchObject({ aborted: false })
})

const quick = { baseMs: 0, restMs: 0, random: () => 0 }

test('a failed sign-in says which error of Entra it was, and is tried again by the next', async () => {
  let asked = 0
  const getToken = async () => {
    asked += 1
    throw new Error('AADSTS7000215: Invalid client secret provided.')
  }
  const credential = singleFlight({ getToken }, quick)
  await expect(credential.getToken('s')).rejects.toMatchObject({ kind: 'sign-in-failed', code: 'AADSTS7000215' })
  await expect(credential.getToken('s')).rejects.toMatchObject({ kind: 'sign-in-failed' })
  expect(asked).toBe(2)
})

/** Fails as often as said, then gives a token; `null` never answers. */
function failing(failures: readonly (Error | null)[], settings: Parameters<typeof singleFlight>[1]) {
  const count = { asked: 0 }
  const getToken = async () => {
    const failure = failures[count.asked]
    count.asked += 1
    if (failure === null) return new Promise<never>(() => {})
    if (failure) throw failure
    return token(String(count.asked))
  }
  return { count, credential: singleFlight({ getToken }, settings) }
}

const busy = Object.assign(new Error('Authentication failed. Message 429'), { name: 'AggregateAuthenticationError' })

test('a sign-in that fails without a word from Entra, or is never answered, is tried three times', async () => {
  const twice = failing([busy, null], { ...quick, deadlineMs: 20 })
  expect((await twice.credential.getToken('s'))?.token).toBe('3')
  const always = failing([busy, busy, busy, busy], quick)
  await expect(always.credential.getToken('s')).rejects.toMatchObject({ code: 'AggregateAuthenticationError' })
  expect(always.count.asked).toBe(3)
})

test('after the last try nobody is asked for a while, except for another scope', async () => {
  const { credential, count } = failing([busy, busy, busy], { ...quick, restMs: 60_000 })
  for (let call = 0; call < 5; call += 1) {
    await expect(credential.getToken('s')).rejects.toMatchObject({ kind: 'sign-in-failed' })
  }
  expect(count.asked).toBe(3)
  expect((await credential.getToken('other'))?.token).toBe('4')
})
