// An owner clears three findings with the commands at hand, and sees them close after the next snapshot.
import type { Truth } from './azure/organization/truth.ts'
import { expect, test } from './house.ts'
import { belongingsOf } from './house/belongings.ts'
import { canCarryOut, carryOut } from './house/carry-out.ts'
import { openWhole } from './house/open-whole.ts'
import { lead, owner } from './house/people.ts'

test.use({ viewport: { width: 1440, height: 900 } })
test.afterAll(async ({ azure }) => expect(await azure.violations()).toEqual([]))

test('An owner clears the first three things of their list, and after the next snapshot they are closed', {
  tag: '@changes',
}, async ({ page, kempt: { atRisk, snapshots, standing }, azure, signedInAs }) => {
  // Two snapshots, and everything in between.
  test.setTimeout(600_000)
  /** How many really fail a rule among what is theirs and can be read: `vault`, or `vault/kind/name`. */
  const truly = (rule: string, at: Date) => {
    const person = azure.people.find(({ name }) => name === owner)
    if (!person) throw new Error(`${owner} is not among the people.`)
    const theirs = belongingsOf(person, azure.estate(at), (vault) => azure.objects(vault, at))
    const found = azure.truth(at)[rule as keyof Truth] ?? []
    return found.filter((subject) => {
      const [vault = '', kind, name] = subject.split('/')
      return kind && name ? theirs.has(vault, { kind, name }) : theirs.owns(vault)
    }).length
  }
  await signedInAs(lead)
  await snapshots.takeOne()

  await signedInAs(owner)
  await openWhole(page, '/mine')
  const before = await standing.readAt()
  const items = page.getByRole('region', { name: 'What to do next' }).getByRole('listitem')
  const commands = await items.locator('pre').allTextContents()
  await atRisk.open()
  const rows = (await atRisk.json()).slice(0, commands.length)
  const three = rows
    .map((row, place) => ({
      command: commands[place] ?? '',
      rule: `${row.finding_rule_ids}`.split('; ')[0] ?? '',
      subject: row.kind === 'vault' ? `${row.vault}` : `${row.vault}/${row.kind}/${row.name}`,
      name: `${row.name}`,
    }))
    .filter(({ command, rule, subject }) => {
      const isTold = azure.truth(before)[rule as keyof Truth]?.includes(subject)
      return canCarryOut(command) && isTold
    })
    .slice(0, 3)
  expect(three).toHaveLength(3)
  for (const { command, name } of three) {
    expect(command).toContain(name)
    await carryOut(azure, command)
  }

  await signedInAs(lead)
  await snapshots.takeOne()

  await signedInAs(owner)
  await openWhole(page, '/mine')
  const after = await standing.readAt()
  const closed = page.getByRole('region', { name: 'Closed in 30 days' })
  const href = await closed.getByRole('link', { name: 'JSON' }).getAttribute('href')
  const file: Record<string, unknown>[] = await (await page.request.get(href ?? '')).json()
  await expect(closed.getByText(/fixed.*Posture moved by/)).toBeInViewport()
  for (const { rule, name } of three) {
    expect(file).toContainEqual(expect.objectContaining({ rule, name, how: 'fixed', closed_at: after.toISOString() }))
  }
  // The card begins with the newest, and says of how many; its file holds all of them.
  const names = new RegExp(three.map(({ name }) => name).join('|'))
  await expect(closed.getByRole('listitem').filter({ hasText: names }).first()).toBeAttached()
  const rules = [...new Set(three.map(({ rule }) => rule))]
  const fallen = rules.reduce((sum, rule) => sum + truly(rule, before) - truly(rule, after), 0)
  expect(fallen).toBe(3)
  for (const rule of rules) {
    await atRisk.open(`?rule=${rule}`)
    const readable = azure.estate(after).vaults.filter(({ access }) => access === 'readable')
    const left = (await atRisk.json()).filter(
      ({ kind, vault }) => kind === 'vault' || readable.some(({ name }) => name === vault),
    )
    expect(left, rule).toHaveLength(truly(rule, after))
  }
})
