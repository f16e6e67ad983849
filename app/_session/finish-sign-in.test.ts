import { expect, test } from 'vitest'
import type { Person } from '#lib/domain/scope.ts'
import { finishSignIn } from './finish-sign-in.ts'
import { newSignInAttempt } from './sign-in-attempt.ts'

const person: Person = { objectId: 'o', tenantId: 't', name: 'Ana', mail: 'ana@halden.example', roles: [], groups: [] }
const attempt = newSignInAttempt('/findings?page=2')

async function finish(query: Record<string, string>, changed: Partial<Parameters<typeof finishSignIn>[1]> = {}) {
  const recorded: Person[] = []
  const outcome = await finishSignIn(new URLSearchParams(query), {
    attempt,
    signedInAlready: false,
    redeem: async () => ({ person, groupsIncomplete: false }),
    record: async (someone) => void recorded.push(someone),
    ...changed,
  })
  return { ...outcome, recorded }
}

test('a code and the right state sign in, are recorded, and lead back to the page', async () => {
  const outcome = await finish({ code: 'c', state: attempt.state })
  expect(outcome).toMatchObject({ signedIn: { person }, goTo: '/findings?page=2', recorded: [person] })
})

test('an owner who asked for no page begins with what is theirs, and everybody else with the overview', async () => {
  const asked = newSignInAttempt('/')
  const goTo = async (roles: Person['roles'], attempt = asked) => {
    const redeem = async () => ({ person: { ...person, roles }, groupsIncomplete: false })
    return (await finish({ code: 'c', state: attempt.state }, { attempt, redeem })).goTo
  }
  expect(await goTo(['Kempt.Owner'])).toBe('/mine')
  expect(await goTo(['Kempt.Owner', 'Kempt.Lead'])).toBe('/')
  expect(await goTo(['Kempt.Reader'])).toBe('/')
  expect(await goTo([])).toBe('/')
  expect(await goTo(['Kempt.Owner'], newSignInAttempt('/rules'))).toBe('/rules')
})

test('a state that is not ours signs nobody in', async () => {
  const outcome = await finish({ code: 'c', state: 'x' })
  expect(outcome).toMatchObject({ signedIn: null, goTo: '/sign-in?error=mismatch', recorded: [] })
})

test('without the cookie nobody is signed in, but the page is not forgotten', async () => {
  const outcome = await finish({ code: 'c', state: attempt.state }, { attempt: null })
  expect(outcome).toMatchObject({ signedIn: null, goTo: '/sign-in?error=mismatch&returnTo=%2Ffindings%3Fpage%3D2' })
})

test('the slower of two tabs goes on to its page, as whoever the faster one signed in', async () => {
  const slower = newSignInAttempt('/rules')
  const outcome = await finish({ code: 'c', state: slower.state }, { signedInAlready: true })
  expect(outcome).toMatchObject({ signedIn: null, goTo: '/rules', recorded: [] })
})

test('a person whom Entra refuses reads so', async () => {
  const outcome = await finish({ error: 'access_denied', state: attempt.state })
  expect(outcome.goTo).toBe('/sign-in?error=refused&returnTo=%2Ffindings%3Fpage%3D2')
})

test('a token that does not hold signs nobody in, and the log says why', async () => {
  const redeem = async () => {
    throw new Error('The id token is of another tenant.')
  }
  const outcome = await finish({ code: 'c', state: attempt.state }, { redeem })
  expect(outcome).toMatchObject({ signedIn: null, cause: 'Error: The id token is of another tenant.', recorded: [] })
  expect(outcome.goTo).toContain('error=failed')
})

test('a sign-in that cannot be recorded does not happen', async () => {
  const record = async () => {
    throw new Error('The database is not there.')
  }
  expect(await finish({ code: 'c', state: attempt.state }, { record })).toMatchObject({ signedIn: null })
})

test('what Entra calls the error reaches the log without line breaks', async () => {
  const outcome = await finish({ error: 'x\nINFO all is well', state: attempt.state })
  expect(outcome.cause).toBe('Entra answered x?INFO?all?is?well.')
  expect(outcome).toMatchObject({ problem: 'failed', error: 'x?INFO?all?is?well' })
})
