// The questions that leads come with: each answered on one screen without scrolling, and answered as Azure itself would, or as
// the files of two days do.
import { expect, test } from './house.ts'
import { countIn } from './house/count-in.ts'
import { lead } from './house/people.ts'
import { addedUp, posturePage } from './house/posture-page.ts'

const dayMs = 86_400_000

/** "+2.1", "−0.4", "±0.0": a share of 1 as points with their sign. */
function signed(share: number): string {
  const points = Math.abs(share * 100).toFixed(1)
  if (points === '0.0') return '±0.0'
  return `${share > 0 ? '+' : '−'}${points}`
}

test.use({ viewport: { width: 1440, height: 900 } })

test('A lead: how much of the estate did we really see?', async ({
  kempt: { overview, standing },
  azure,
  signedInAs,
}) => {
  await signedInAs(lead)
  await overview.open()
  await expect(standing.line).toBeInViewport()
  const { vaults } = azure.estate(await standing.readAt())
  const wholly = vaults.filter((vault) => vault.access === 'readable' && vault.diagnosticsAccess !== 'denied')
  await expect(standing.line).toContainText(`${wholly.length} of ${vaults.length} vaults read`)
})

test('A lead: what is open that should not be, and in how many vaults?', async ({
  kempt: { overview, standing },
  azure,
  signedInAs,
}) => {
  await signedInAs(lead)
  await overview.open()
  const truth = azure.truth(await standing.readAt())
  for (const [words, fault] of [
    [/open to the internet/, 'vault-open-to-internet'],
    [/no purge protection/, 'vault-without-purge-protection'],
  ] as const) {
    const sentence = overview.sentences.filter({ hasText: words })
    await expect(sentence).toBeInViewport()
    expect(countIn(await sentence.innerText())).toBe(truth[fault].length)
  }
  await expect(overview.posture.getByText(/points since/)).toBeInViewport()
  await expect(overview.posture.getByText('What moved it')).toBeInViewport()
})

test('A lead: are we better or worse than last month, and why?', async ({ page, kempt: { overview }, signedInAs }) => {
  await signedInAs(lead)
  const posture = posturePage(page)
  await overview.open()
  await expect(overview.posture.getByText(/points since/)).toBeInViewport()
  const said = await overview.posture.getByText(/points since/).innerText()
  const [, points = '', day = ''] = /^([+−±][\d.]+) points since ([\d-]+)$/.exec(said) ?? []

  const [before, now] = [await posture.exportedOf(`?asOf=${day}`), await posture.exportedOf()]
  expect(signed(addedUp(now) - addedUp(before))).toBe(points)

  const share = ({ pass, fail }: { pass: number; fail: number }) => pass / (pass + fail)
  const decided = now.filter(({ pass, fail }) => pass + fail > 0)
  const weight = decided.reduce((sum, row) => sum + row.weight, 0)
  const moves = decided.flatMap((row) => {
    const old = before.find(({ rule_id }) => rule_id === row.rule_id)
    if (!old || old.pass + old.fail === 0) return []
    return { failing: row.failing, by: (row.weight * (share(row) - share(old))) / weight }
  })
  const strongest = moves.sort((one, other) => Math.abs(other.by) - Math.abs(one.by)).slice(0, 3)
  const movers = overview.posture.getByRole('listitem').filter({ hasText: /→/ })
  for (const [place, { failing, by }] of strongest.entries()) {
    await expect(movers.nth(place)).toBeInViewport()
    await expect(movers.nth(place)).toContainText(failing)
    await expect(movers.nth(place)).toContainText(signed(by))
  }
})

test('A lead: what will break or leak next?', async ({ kempt: { overview, atRisk, standing }, azure, signedInAs }) => {
  await signedInAs(lead)
  await overview.open()
  const at = await standing.readAt()
  const [breaks, leaks] = [/expires? in the next 7 days/, /open to the internet/].map((hasText) =>
    overview.sentences.filter({ hasText }),
  )
  if (!breaks || !leaks) throw new Error('There is no sentence.')
  await expect(breaks).toBeInViewport()
  await expect(leaks).toBeInViewport()
  const said = { breaks: countIn(await breaks.innerText()), leaks: countIn(await leaks.innerText()) }

  const readable = azure.estate(at).vaults.filter(({ access }) => access === 'readable')
  const midnight = Math.floor(at.getTime() / dayMs) * dayMs
  const truly = readable.flatMap(({ name: vault }) =>
    azure.objects(vault, at).flatMap(({ kind, name, managed, deletedAt, versions }) => {
      const { enabled, expiresAt } = versions.at(-1) ?? { enabled: false, expiresAt: null }
      const left = (expiresAt?.getTime() ?? 0) - midnight
      const isDue = left >= 0 && left < 7 * dayMs && enabled && deletedAt === null
      return isDue && (kind === 'certificate' || !managed) ? [`${vault}/${kind}/${name}`] : []
    }),
  )
  await breaks.click()
  await expect(atRisk.title).toBeVisible()
  const rows = await atRisk.json()
  expect(rows).toHaveLength(said.breaks)
  const seen = rows.filter(({ vault }) => readable.some(({ name }) => name === vault))
  expect(seen.map(({ vault, kind, name }) => `${vault}/${kind}/${name}`).sort()).toEqual(truly.sort())
  await atRisk.open('?rule=vault-open-to-internet')
  expect((await atRisk.json()).map(({ vault }) => vault).sort()).toEqual(azure.truth(at)['vault-open-to-internet'])
  expect(await atRisk.total()).toBe(said.leaks)
})

test('A lead: which vaults, teams and rules drag us down?', async ({ page, kempt, signedInAs }) => {
  // A posture for every vault and every owner: a limit against hanging, not a measure.
  test.setTimeout(600_000)
  await signedInAs(lead)
  const posture = posturePage(page)
  const names = async (card: string) => {
    const links = page.getByRole('region', { name: card }).getByRole('rowheader').getByRole('link')
    for (const place of [0, 1, 2]) await expect(links.nth(place)).toBeInViewport()
    return (await links.allInnerTexts()).slice(0, 3)
  }
  await kempt.overview.open()
  const shown = {
    rules: await names('Costliest rules'),
    vaults: await names('Lowest vaults'),
    owners: await names('Lowest owners'),
  }
  const rules = await posture.exportedOf()
  const weight = rules.filter(({ pass, fail }) => pass + fail > 0).reduce((sum, row) => sum + row.weight, 0)
  const lost = ({ weight: own, pass, fail }: (typeof rules)[number]) => (own / weight) * (fail / (pass + fail || 1))
  const costly = rules.sort((one, other) => lost(other) - lost(one)).slice(0, 3)
  expect(shown.rules).toEqual(costly.map(({ failing }) => failing))

  const lowest = async (by: 'vault' | 'owner', all: string[]) => {
    const found: { name: string; posture: number }[] = []
    for (const name of all) {
      const rows = await posture.exportedOf(`?${by}=${encodeURIComponent(name)}`)
      if (rows.some(({ pass, fail }) => pass + fail > 0)) found.push({ name, posture: addedUp(rows) })
    }
    const three = found.sort((one, other) => one.posture - other.posture).slice(0, 3)
    return three.map(({ name }) => (name === 'none' ? 'Nobody named' : name))
  }
  await kempt.vaults.open()
  const vaults = (await kempt.vaults.exported()).map(({ vault }) => vault)
  expect(shown.vaults).toEqual(await lowest('vault', vaults))
  const owners: { owner: string }[] = await (await page.request.get('/owners/export.json')).json()
  // What nobody owns is nobody's line of the scoreboard, and may be what drags us down.
  const all = ['none', ...owners.map(({ owner }) => owner)]
  expect(shown.owners).toEqual(await lowest('owner', all))
})

test('A lead: what do I show the auditor?', async ({ page, kempt: { standing }, azure, signedInAs }) => {
  await signedInAs(lead)
  const posture = posturePage(page)
  const day = new Date(Date.now() - 7 * dayMs).toISOString().slice(0, 10)
  await posture.open(`?asOf=${day}`)
  for (const proof of [
    standing.line,
    posture.denominator,
    page.getByRole('link', { name: 'Export CSV' }),
    posture.table.getByRole('row').nth(1),
  ]) {
    await expect(proof).toBeInViewport()
  }
  await expect(standing.line).toContainText(`As of ${day}`)
  const truth = azure.truth(await standing.readAt())
  const rows = await posture.exported()
  for (const fault of ['vault-open-to-internet', 'vault-without-purge-protection', 'vault-without-rbac'] as const) {
    expect(rows.find(({ rule_id }) => rule_id === fault)?.fail, fault).toBe(truth[fault].length)
  }
  expect(Math.abs(addedUp(rows) * 100 - (await posture.now()))).toBeLessThanOrEqual(0.051)
})
