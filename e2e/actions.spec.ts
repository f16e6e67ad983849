// What the pages do not offer is refused all the same: every server action, sent by whoever must not, about what is not theirs.
// The actions are those of the app as it is built, so that a new one is asked for the day it is written.
import { digestOf } from './database/digest.ts'
import { type ActionForm, actionForms, type SomebodyElses } from './house/action-forms.ts'
import { type Action, builtActions, sendAction } from './house/actions.ts'
import { belongingsOf } from './house/belongings.ts'
import { expect, test } from './house.ts'
import { lead, owner, type PersonName, reader, withoutRole } from './house/people.ts'
import { actionFiles } from './house/route-tree.ts'
import { demoFile } from './house/target.ts'

test.describe.configure({ mode: 'serial' })

const kept = () => digestOf(demoFile('postgres'))

/** With what each can be sent; one that nobody has said that of is a fault. */
const actions = (): { action: Action; form: ActionForm }[] =>
  builtActions().map((action) => {
    const form = actionForms[action.file]
    if (!form) throw new Error(`e2e/house/action-forms.ts does not say what ${action.file} can be sent.`)
    return { action, form }
  })

const actionOf = (file: string) => {
  const found = actions().find(({ action }) => action.file === file)
  if (!found) throw new Error(`There is no action ${file}.`)
  return found
}

test('every action in app/ is among those that are tried', () => {
  expect(
    actions()
      .map(({ action }) => action.file)
      .sort(),
  ).toEqual(actionFiles())
})

let others: SomebodyElses

test('a lead does it all, by the same requests', { tag: '@changes' }, async ({ page, azure, kempt, signedInAs }) => {
  const { request } = page
  const done = async (file: string, fields: Record<string, string>) => {
    const before = await kept()
    const { action, form } = actionOf(file)
    const answer = await sendAction(request, { action, fields, takesState: form.takesState })
    expect(answer.status(), file).toBeLessThan(400)
    expect(await kept(), `${file} changes nothing`).not.toEqual(before)
  }
  const newest = async (path: string) => {
    const html = await (await request.get(path)).text()
    const ids = [...html.matchAll(/name="id" value="(\d+)"/g)].map(([, id]) => Number(id))
    return `${Math.max(...ids)}`
  }
  await signedInAs(lead)
  await done('app/_views/keep-view.ts', { view: '/findings?severity=high', name: `Of a lead ${Date.now()}` })
  await done('app/calendar/_feeds/make-feed.ts', { extent: 'everything' })

  await kempt.vaults.open()
  const at = await kempt.standing.readAt()
  const person = azure.people.find(({ name }) => name === owner)
  if (!person) throw new Error(`${owner} is not among the people.`)
  const theirs = belongingsOf(person, azure.estate(at), (vault) => azure.objects(vault, at))
  const rows: Record<string, unknown>[] = await (await request.get('/findings/export.json')).json()
  const [waived, failing] = rows.filter(({ vault }) => !theirs.vaults.includes(`${vault}`))
  if (!waived || !failing) throw new Error('Nothing fails that is not theirs.')
  const ruleOf = ({ finding_rule_ids: rules }: Record<string, unknown>) => `${rules}`.split(';')[0]?.trim() ?? ''
  const reason = `To be left alone by others ${Date.now()}`
  const ask = {
    kind: 'accepted-risk',
    reason,
    endsOn: new Date(Date.now() + 30 * 86_400_000).toISOString().slice(0, 10),
  }
  await done('app/waivers/ask.ts', { ...ask, view: '/findings', row: `${waived.key}`, rule: ruleOf(waived) })
  const waivers: Record<string, unknown>[] = await (await request.get('/waivers/export.json')).json()

  await page.goto('/policy?nearExpiryDays=90')
  others = {
    view: await newest('/findings'),
    feed: await newest('/calendar'),
    row: `${failing.key}`,
    rule: ruleOf(failing),
    waiver: `${waivers.find((row) => row.reason === reason)?.waiver_id}`,
    draft: await page.locator('input[name=draft]').inputValue(),
  }
  for (const value of Object.values(others)) expect(value).toMatch(/./)
})

for (const who of [lead, owner, reader, withoutRole, null] satisfies (PersonName | null)[]) {
  test(`what ${who ?? 'nobody who is signed in'} may not do changes nothing`, { tag: '@changes' }, async ({
    page: { request },
    signedInAs,
  }) => {
    if (who) await signedInAs(who)
    const before = await kept()
    for (const { action, form } of actions()) {
      const isTheirRight =
        // A snapshot takes no subject that could be somebody else's, and a reader sees the whole estate.
        (who === lead && action.file === 'app/snapshots/run-now.ts') ||
        (who === reader && action.file === 'app/calendar/_feeds/make-feed.ts')
      const foreign = who === lead || isTheirRight ? [] : [form.foreign(others)]
      for (const fields of [...(isTheirRight && who === lead ? [] : [form.madeUp]), ...foreign]) {
        const answer = await sendAction(request, { action, fields, takesState: form.takesState })
        expect.soft(answer.status(), action.file).toBeLessThan(500)
        if (who === null) expect.soft(answer.headers()['x-action-redirect'], action.file).toMatch(/^\/sign-in/)
      }
    }
    expect(await kept()).toEqual(before)
  })
}

test('no action is taken from another site, whoever is signed in', { tag: '@changes' }, async ({
  page: { request },
  signedInAs,
}) => {
  await signedInAs(lead)
  const before = await kept()
  for (const { action, form } of actions()) {
    for (const headers of [
      { origin: 'https://evil.example' },
      { origin: 'null' },
      { 'sec-fetch-site': 'cross-site' },
    ]) {
      const sent = { action, fields: form.foreign(others), takesState: form.takesState }
      const answer = await sendAction(request, sent, headers as Record<string, string>)
      expect.soft(answer.status(), `${action.file} ${JSON.stringify(headers)}`).toBe(403)
    }
  }
  expect(await kept()).toEqual(before)
})

test('a form of more than a megabyte is not read', { tag: '@changes' }, async ({ page: { request }, signedInAs }) => {
  await signedInAs(lead)
  const { action, form } = actionOf('app/policy/save-draft.ts')
  const fields = { ...form.madeUp, note: 'x'.repeat(1_100_000) }
  const answer = await sendAction(request, { action, fields, takesState: form.takesState })
  expect([answer.status(), await answer.json()]).toEqual([413, { error: 'A request may have 1 MB at most.' }])
})

test('who was refused what is on record, and what was lent is given back', { tag: '@changes' }, async ({
  page: { request },
  azure,
  signedInAs,
}) => {
  await signedInAs(lead)
  const lines: Record<string, unknown>[] = await (await request.get('/audit/export.json?action=refused')).json()
  const of = (name: string) => {
    const mail = azure.people.find((person) => person.name === name)?.userPrincipalName
    return lines
      .filter(({ person }) => person === mail)
      .map(({ refused_because: why, subject }) => `${why}: ${subject}`)
  }
  for (const deed of ['start a snapshot', 'set the policy', 'decide about waivers', 'withdraw waivers'])
    expect.soft(of(owner)).toContain(`not-allowed: ${deed}`)
  expect.soft(of(owner)).toContain('not-allowed: make a calendar feed of everything')
  expect.soft(of(owner)).toContain(`not-theirs: calendar feed ${others.feed}`)
  expect.soft(of(owner)).toContain(`not-theirs: saved view ${others.view}`)
  expect.soft(of(owner)).toContain(`not-theirs: ask for a waiver of ${others.row}`)
  expect.soft(of(reader)).toContain('not-allowed: ask for waivers')
  expect.soft(of(withoutRole).filter((line) => line.startsWith('no-role: '))).not.toEqual([])

  for (const file of ['app/_views/remove-view.ts', 'app/calendar/_feeds/revoke-feed.ts', 'app/waivers/withdraw.ts']) {
    const before = await kept()
    const { action, form } = actionOf(file)
    await sendAction(request, { action, fields: form.foreign(others), takesState: form.takesState })
    expect(await kept(), `${file} changes nothing`).not.toEqual(before)
  }
})
