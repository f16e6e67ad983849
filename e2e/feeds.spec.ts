// A calendar feed has no session: its link alone says what is read, which is what its maker could see. Whoever else is signed in
// beside it, and whatever is added to the address, changes nothing; a link that is not one, or not any more, leads nowhere.
import { belongingsOf } from './house/belongings.ts'
import { expect, test } from './house.ts'
import { actionForms } from './house/action-forms.ts'
import { builtActions, sendAction } from './house/actions.ts'
import { lead, modestOwner, owner, type PersonName, reader, withoutRole } from './house/people.ts'
import { addressAbout } from './house/route-subjects.ts'
import { routeTree } from './house/route-tree.ts'
import type { APIRequestContext } from '@playwright/test'

/** Every address that a secret opens; a new one is asked for the day it is written. */
const patterns = routeTree().flatMap(({ pattern }) => (pattern.includes('[secret]') ? [pattern] : []))

const addressesOf = (secret: string) => patterns.map((pattern) => addressAbout(pattern, { secret }))

const send = (request: APIRequestContext, file: string, fields: Record<string, string>) => {
  const action = builtActions().find((one) => one.file === file)
  if (!action) throw new Error(`There is no action ${file}.`)
  return sendAction(request, { action, fields, takesState: actionForms[file]?.takesState ?? true })
}

type Feed = { secret: string; id: string }

/** As whoever is signed in: the secret of the link, which is told this once, and the id it is revoked by. */
async function makeFeed(request: APIRequestContext, extent: 'everything' | 'own'): Promise<Feed> {
  const said = await (await send(request, 'app/calendar/_feeds/make-feed.ts', { extent })).text()
  const [, secret = ''] = /\/calendar\/feed\/([\w-]{43})\//.exec(said) ?? []
  expect(secret, said.slice(0, 500)).not.toBe('')
  const page = await (await request.get('/calendar')).text()
  const ids = [...page.matchAll(/name="id" value="(\d+)"/g)].map(([, id]) => Number(id))
  return { secret, id: `${Math.max(...ids)}` }
}

const revoke = (request: APIRequestContext, { id }: Feed) =>
  send(request, 'app/calendar/_feeds/revoke-feed.ts', { id, view: '/calendar' })

/** What an answer says of the feed. */
async function askFor(request: APIRequestContext, address: string, headers: Record<string, string> = {}) {
  const answer = await request.get(address, { headers, maxRedirects: 0 })
  const { etag, location, 'cache-control': caching, 'content-type': type, 'set-cookie': cookie } = answer.headers()
  return { status: answer.status(), etag, location, caching, type, cookie, text: await answer.text() }
}

const namedIn = (text: string, names: readonly string[]) =>
  names.filter((name) => new RegExp(`(?<![\\w-])${name}(?![\\w-])`).test(text.replaceAll(/\r?\n[ \t]/g, '')))

test('a link shows what its maker may see, to whoever has it, and nothing once it is revoked', {
  tag: '@changes',
}, async ({ page, request: nobody, azure, kempt, signedInAs }) => {
  expect(patterns.length).toBeGreaterThan(0)
  const asPerson = page.request
  await signedInAs(lead)
  await kempt.vaults.open()
  const at = await kempt.standing.readAt()
  const ofEverything = await makeFeed(asPerson, 'everything')
  await signedInAs(modestOwner)
  const ofOwner = await makeFeed(asPerson, 'own')

  const person = azure.people.find(({ name }) => name === modestOwner)
  if (!person) throw new Error(`${modestOwner} is not among the people.`)
  const theirs = belongingsOf(person, azure.estate(at), (vault) => azure.objects(vault, at)).vaults
  const foreign = azure.estate(at).vaults.flatMap(({ name }) => (theirs.includes(name) ? [] : [name]))
  const everything = await askFor(nobody, addressesOf(ofEverything.secret)[0] ?? '')
  expect(namedIn(everything.text, foreign).length).toBeGreaterThan(5)

  for (const address of addressesOf(ofOwner.secret)) {
    const answer = await askFor(nobody, address)
    expect(answer.status).toBe(200)
    expect(namedIn(answer.text, theirs).length).toBeGreaterThan(0)
    expect(namedIn(answer.text, foreign)).toEqual([])
    expect(answer).toMatchObject({ caching: 'private, no-cache', cookie: undefined })
    // Neither does who else is signed in, nor does what is added.
    for (const added of ['?extent=everything', '?owner=', '?asOf=2026-01-01&kind=everything'])
      expect((await askFor(nobody, `${address}${added}`)).text, added).toBe(answer.text)
    for (const who of [lead, reader, owner, modestOwner, withoutRole] satisfies PersonName[]) {
      await signedInAs(who)
      expect((await askFor(asPerson, address)).text, who).toBe(answer.text)
    }
  }

  // For another owner it is not there to be revoked; a lead revokes anybody's, others their own.
  await signedInAs(owner)
  await revoke(asPerson, ofOwner)
  await revoke(asPerson, ofEverything)
  for (const { secret } of [ofOwner, ofEverything])
    for (const address of addressesOf(secret)) expect((await askFor(nobody, address)).status).toBe(200)
  const tag = everything.etag ?? ''
  await signedInAs(modestOwner)
  await revoke(asPerson, ofOwner)
  await signedInAs(lead)
  await revoke(asPerson, ofEverything)

  // One answer to what was revoked, was mistyped or never was, with a session or without, and to who has it all already.
  const { secret } = ofOwner
  const others = [
    ofEverything.secret,
    `${secret}A`,
    secret.slice(1),
    secret.toLowerCase(),
    'A'.repeat(43),
    '*',
    '..%2f..',
  ]
  for (const pattern of patterns) {
    const gone = await askFor(nobody, addressAbout(pattern, { secret }))
    expect(gone).toMatchObject({ status: 404, caching: 'private, no-cache', etag: undefined, cookie: undefined })
    for (const wrong of others) {
      const address = addressAbout(pattern, { secret: wrong })
      for (const headers of [{}, { 'if-none-match': tag }, { 'if-none-match': '*' }])
        expect(await askFor(nobody, address, headers), wrong).toEqual(gone)
      expect(await askFor(asPerson, address), wrong).toEqual(gone)
    }
  }
})
