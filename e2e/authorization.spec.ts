// Whoever asks, for whatever there is in app/: only what their scope allows. The places are walked, not listed, so that a new one
// is asked for the day it is written.
import type { APIResponse, Page } from '@playwright/test'
import { belongingsOf } from './house/belongings.ts'
import { expect, test } from './house.ts'
import type { Azure } from './house/azure.ts'
import type { Kempt } from './house/kempt.ts'
import { lead, modestOwner, owner, type PersonName, reader, withoutRole } from './house/people.ts'
import { addressAbout, anySubject, hasSubject, type Subject, subjectsFor } from './house/route-subjects.ts'
import { type Place, routeTree } from './house/route-tree.ts'

const places = routeTree()

/** The doors themselves, through which somebody comes who is not in yet; and the one page of those who have no role. */
const isDoor = ({ pattern }: Place) => /^\/(sign-in|sign-out)(\/|$)/.test(pattern)
const isForNoRole = ({ pattern }: Place) => pattern === '/no-role'
const isHealth = ({ pattern }: Place) => pattern === '/api/health'
/** Asks nobody who they are: e2e/feeds.spec.ts. */
const isFeed = ({ pattern }: Place) => pattern.includes('/feed/')

/** Everything that asks who is looking. */
const inside = places.filter((place) => ![isDoor, isForNoRole, isHealth, isFeed].some((is) => is(place)))

test('there is something to walk', () => {
  expect(inside.filter(({ kind }) => kind === 'page').length).toBeGreaterThan(20)
  expect(inside.filter(({ kind }) => kind === 'route').length).toBeGreaterThanOrEqual(50)
  expect(inside.map(({ pattern }) => pattern)).toContain('/vaults/[vaultName]/objects/export.csv')
})

type Around = { azure: Azure; kempt: Kempt; signedInAs(name: PersonName): Promise<void> }

type World = { own: Subject; foreign: Subject; names: string[]; foreignNames: string[] }
const known = new Map<PersonName, World>()

/** What there is, and what of it is the owner's, as of the snapshot the pages show. The log takes seconds to go through. */
async function theWorldOf(who: PersonName, { azure, kempt, signedInAs }: Around): Promise<World> {
  const before = known.get(who)
  if (before) return before
  await signedInAs(who)
  await kempt.vaults.open()
  const at = await kempt.standing.readAt()
  const person = azure.people.find(({ name }) => name === who)
  if (!person) throw new Error(`${who} is not among the people.`)
  const theirs = belongingsOf(person, azure.estate(at), (vault) => azure.objects(vault, at))
  const names = azure.estate(at).vaults.map(({ name }) => name)
  const world = {
    ...subjectsFor(azure, theirs, at),
    names,
    foreignNames: names.filter((name) => !theirs.vaults.includes(name)),
  }
  known.set(who, world)
  return world
}

type Answer = { status: number; leadsTo: string; text: string }

/** Asks for all of them, a few at a time, and hands over each answer as it comes, unfollowed. */
async function askFor(
  { request }: Page,
  addresses: readonly string[],
  take: (answer: Answer, address: string) => void,
  headers: Record<string, string> = {},
): Promise<void> {
  const waiting = [...addresses]
  const asker = async () => {
    for (let address = waiting.shift(); address !== undefined; address = waiting.shift()) {
      const answer: APIResponse = await request.get(address, { maxRedirects: 0, headers })
      take({ status: answer.status(), leadsTo: answer.headers().location ?? '', text: await answer.text() }, address)
    }
  }
  await Promise.all([asker(), asker(), asker(), asker()])
}

/** The names that stand in a text as whole words: one may be the beginning of another. */
const namedIn = (text: string, names: readonly string[]) =>
  names.filter((name) => new RegExp(`(?<![\\w-])${name}(?![\\w-])`).test(text))

test('who is not signed in is led to sign-in, and a machine is told so, by everything but health', async ({
  page,
  azure,
}) => {
  const [own, names] = [anySubject(azure, new Date()), azure.estate(new Date()).vaults.map(({ name }) => name)]
  const about = new Map(places.map((place) => [addressAbout(place.pattern, own), place]))
  await askFor(page, [...about.keys()], ({ status, leadsTo, text }, address) => {
    const place = about.get(address) ?? { kind: 'route', pattern: address }
    expect.soft(namedIn(text, names), address).toEqual([])
    if (isHealth(place)) expect.soft(status, address).toBe(200)
    else if (isFeed(place)) expect.soft(status, address).toBe(404)
    else if (isDoor(place)) expect.soft([200, 303, 307], address).toContain(status)
    else if (place.kind === 'route') expect.soft(status, address).toBe(401)
    else expect.soft([status, leadsTo.split('?')[0]], address).toEqual([303, '/sign-in'])
  })
})

test('who has no role is told whom to ask, and named no vault, by everything there is', async ({
  page,
  azure,
  signedInAs,
}) => {
  const own = anySubject(azure, new Date())
  const others = azure
    .estate(new Date())
    .vaults.map(({ name }) => name)
    .filter((name) => name !== own.vaultName)
  await signedInAs(withoutRole)
  for (const [kind, expected] of [
    ['page', [307, '/no-role']],
    ['route', [403, '']],
  ] as const) {
    const addresses = inside.filter((place) => place.kind === kind).map(({ pattern }) => addressAbout(pattern, own))
    await askFor(page, addresses, ({ status, leadsTo, text }, address) => {
      expect.soft([status, leadsTo], address).toEqual(expected)
      expect.soft(namedIn(text, others), address).toEqual([])
    })
  }
})

for (const person of [lead, reader] satisfies PersonName[]) {
  test(`${person}, who may see everything, is answered by everything there is`, async ({
    page,
    azure,
    kempt,
    signedInAs,
  }) => {
    const { foreign } = await theWorldOf(owner, { azure, kempt, signedInAs })
    await signedInAs(person)
    const addresses = inside.map(({ pattern }) => addressAbout(pattern, foreign))
    await askFor(page, addresses, ({ status }, address) => expect.soft(status, address).toBe(200))
  })
}

test('an owner is answered about what is theirs, now and as of the past, and no answer names a vault that is not', async ({
  page,
  azure,
  kempt,
  signedInAs,
}) => {
  const { own, foreignNames } = await theWorldOf(modestOwner, { azure, kempt, signedInAs })
  await signedInAs(modestOwner)
  expect(foreignNames.length).toBeGreaterThan(10)
  const past = new Date(Date.now() - 5 * 86_400_000).toISOString().slice(0, 10)
  const [prefix] = /^kv-/.exec(foreignNames[0] ?? '') ?? ['']
  const addresses = inside.flatMap(({ pattern }) => {
    const address = addressAbout(pattern, own)
    return [address, ...(/search/.test(pattern) ? [`${address}?q=${prefix}`] : [])]
  })
  const namesOnlyTheirs = ({ status, text }: Answer, address: string) => {
    expect.soft(status, address).toBe(200)
    expect.soft(namedIn(text, foreignNames), address).toEqual([])
  }
  await askFor(page, addresses, namesOnlyTheirs)
  // Of a past day, and as the router fetches a page for itself.
  const pastOnes = inside.map(({ pattern }) => `${addressAbout(pattern, own)}?asOf=${past}&_rsc`)
  await askFor(page, pastOnes, namesOnlyTheirs, { rsc: '1' })
})

test('what is not theirs answers an owner as what there never was', async ({ page, azure, kempt, signedInAs }) => {
  const { foreign, foreignNames } = await theWorldOf(owner, { azure, kempt, signedInAs })
  await signedInAs(owner)
  const neverWas = { ...foreign, vaultName: 'kv-there-never-was', identity: 'nobody-at-all', owner: 'nobody at all' }
  // Rules are everybody's.
  const asked = inside.filter(({ pattern }) => hasSubject(pattern) && !pattern.includes('[ruleId]'))
  const said = async (subject: Subject) => {
    const texts = new Map<string, string>()
    const patterns = new Map(asked.map(({ pattern }) => [addressAbout(pattern, subject), pattern]))
    await askFor(page, [...patterns.keys()], ({ status, text }, address) => {
      expect.soft(status, address).toBe(404)
      texts.set(patterns.get(address) ?? address, withoutWhatWasAsked(text, subject))
    })
    return texts
  }
  const texts = await said(foreign)
  expect(texts.size).toBe(asked.length)
  expect(texts).toEqual(await said(neverWas))
  for (const [pattern, text] of texts) expect.soft(namedIn(text, foreignNames), pattern).toEqual([])
})

/** Nor what differs between any two answers. */
function withoutWhatWasAsked(text: string, subject: Subject): string {
  const asked = Object.values(subject).flatMap((value) => [value, encodeURIComponent(value)])
  const nonces = /nonce="[^"]*"|\\"nonce\\":\\"[^"]*\\"|"nonce":"[^"]*"/g
  return asked.reduce((left, value) => left.replaceAll(value, 'ASKED'), text).replace(nonces, 'NONCE')
}
