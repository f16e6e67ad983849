// The questions that owners come with: each answered on one screen without scrolling, and answered as Azure itself would.
import { expect, test } from './house.ts'
import type { Azure } from './house/azure.ts'
import { belongingsOf } from './house/belongings.ts'
import { countIn } from './house/count-in.ts'
import { openWhole } from './house/open-whole.ts'
import { owner } from './house/people.ts'

test.use({ viewport: { width: 1440, height: 900 } })
test.beforeEach(({ signedInAs }) => signedInAs(owner))

const dayMs = 86_400_000

function theirsAt(azure: Azure, at: Date) {
  const person = azure.people.find(({ name }) => name === owner)
  if (!person) throw new Error(`${owner} is not among the people.`)
  const theirs = belongingsOf(person, azure.estate(at), (vault) => azure.objects(vault, at))
  const objects = theirs.vaults.flatMap((vault) =>
    azure.objects(vault, at).flatMap((object) => {
      const isOwn = object.kind === 'certificate' || !object.managed
      return isOwn && object.deletedAt === null && theirs.has(vault, object) ? [{ vault, ...object }] : []
    }),
  )
  return { ...theirs, objects }
}

test('What of mine needs doing first, with which command, and what is due?', async ({
  page,
  kempt: { standing },
  azure,
}) => {
  await openWhole(page, '/mine')
  const at = await standing.readAt()
  const theirs = theirsAt(azure, at)
  const next = page.getByRole('region', { name: 'What to do next' })
  const first = next.getByRole('listitem').first()
  await expect(first).toBeInViewport()
  await expect(first.getByText(/^(# |az )/).first()).toBeInViewport()
  const said = await first.innerText()
  expect(theirs.vaults.some((vault) => said.includes(vault))).toBe(true)
  await expect(page.getByRole('region', { name: 'Due in 60 days' })).toBeInViewport()
})

test('Who reads this secret, so what breaks if I rotate it?', async ({
  kempt: { object, standing, vaults },
  azure,
}) => {
  await vaults.open()
  const at = await standing.readAt()
  const silent = azure.accessTruth(at)['audit-log-silent']
  const heard = azure
    .estate(at)
    .vaults.filter(({ name, access, diagnosticSettings }) => {
      const isLogged = diagnosticSettings.some(({ workspaceId }) => workspaceId !== null)
      return access === 'readable' && isLogged && !silent.includes(name)
    })
    .map(({ name }) => name)
  const secrets = theirsAt(azure, at).objects.filter(({ vault, kind }) => kind === 'secret' && heard.includes(vault))
  const since = new Date((Math.floor(at.getTime() / dayMs) - 30) * dayMs)
  const read = secrets
    .slice(0, 12)
    .map(({ vault, name }) => ({
      subject: `${vault}/secret/${name}`,
      readers: azure.readersOf(`${vault}/secret/${name}`, since, at),
    }))
    .find(({ readers }) => readers.size > 1)
  if (!read) throw new Error('None of their first secrets is read by two callers.')
  await object.open(read.subject)
  await expect(object.followers).toHaveCount(read.readers.size)
  for (const identity of read.readers.keys()) await expect(object.follower(identity)).toBeInViewport()
})

test('What expires in the next 60 days?', async ({ page, kempt: { standing }, azure }) => {
  await openWhole(page, '/mine')
  const at = await standing.readAt()
  const due = page.getByRole('region', { name: 'Due in 60 days' })
  const expire = due.getByRole('link', { name: /objects? expires?$/ })
  await expect(expire).toBeInViewport()
  await expect(due.getByRole('listitem').first()).toBeInViewport()
  const readable = azure.estate(at).vaults.flatMap(({ name, access }) => (access === 'readable' ? [name] : []))
  const until = (Math.floor(at.getTime() / dayMs) + 61) * dayMs
  const truly = theirsAt(azure, at).objects.flatMap(({ vault, kind, name, versions }) => {
    const { enabled, expiresAt } = versions.at(-1) ?? { enabled: false, expiresAt: null }
    const isDue = enabled && expiresAt !== null && expiresAt > at && expiresAt.getTime() < until
    return isDue && readable.includes(vault) ? [`${vault}/${kind}/${name}`] : []
  })
  const said = countIn(await expire.innerText())
  await expire.click()
  await expect(page).toHaveURL(/\/calendar\?/)
  const href = await page.getByRole('link', { name: 'JSON', exact: true }).getAttribute('href')
  const rows: { vault: string; kind: string; object: string }[] = await (await page.request.get(href ?? '')).json()
  expect(rows).toHaveLength(said)
  const seen = rows.filter(({ vault }) => readable.includes(vault))
  expect(seen.map(({ vault, kind, object }) => `${vault}/${kind}/${object}`).sort()).toEqual(truly.sort())
})

type Closed = { closed_at: string; how: string; rule: string; kind: string; name: string; vault: string }

test('What did my fix change?', async ({ page, kempt: { atRisk } }) => {
  await openWhole(page, '/mine')
  const closed = page.getByRole('region', { name: 'Closed in 30 days' })
  const summary = closed.getByText(/fixed.*Posture moved by/)
  await expect(summary).toBeInViewport()
  await expect(closed.getByRole('listitem').first()).toBeInViewport()
  const said = (await summary.innerText()).split('. ')[0] ?? ''
  const href = await closed.getByRole('link', { name: 'JSON' }).getAttribute('href')
  const rows: Closed[] = await (await page.request.get(href ?? '')).json()
  const total = [...said.matchAll(/\d[\d,]*/g)].reduce((sum, [number]) => sum + countIn(number), 0)
  expect(rows).toHaveLength(total)

  // Of the last day that is over: what failed the evening before, and neither failed nor was unknown that evening.
  const keysOn = async (day: string, status: 'fail' | 'unknown') => {
    await atRisk.open(`?asOf=${day}${status === 'unknown' ? '&status=unknown' : ''}`)
    const column = status === 'unknown' ? 'not_judged_rule_ids' : 'finding_rule_ids'
    return (await atRisk.json()).flatMap((row) =>
      `${row[column]}`.split('; ').map((rule) => `${rule} ${row.vault} ${row.kind} ${row.name}`),
    )
  }
  const today = new Date().toISOString().slice(0, 10)
  const day = rows.map(({ closed_at }) => closed_at.slice(0, 10)).find((one) => one < today) ?? ''
  const dayBefore = new Date(Date.parse(day) - dayMs).toISOString().slice(0, 10)
  const [before, still, unknown] = [
    await keysOn(dayBefore, 'fail'),
    await keysOn(day, 'fail'),
    await keysOn(day, 'unknown'),
  ]
  const gone = before.filter((key) => !still.includes(key) && !unknown.includes(key))
  const closedOn = rows.filter(({ closed_at }) => closed_at.startsWith(day))
  expect(closedOn.map(({ rule, vault, kind, name }) => `${rule} ${vault} ${kind} ${name}`).sort()).toEqual(gone.sort())
})
