// Numbers lead to rows: every figure and every mark of a chart on the Overview, whatever cards there are.
import type { Page } from '@playwright/test'
import { expect, test } from './house.ts'
import { type Figure, figuresIn, numbersBeside, targetOf } from './house/figures.ts'
import { openWhole } from './house/open-whole.ts'
import { lead, owner } from './house/people.ts'

for (const person of [lead, owner] as const) {
  test(`every figure of the Overview leads to as many rows as it says, for ${person}`, async ({
    page,
    kempt,
    signedInAs,
  }) => {
    await signedInAs(person)
    await kempt.overview.open()
    const figures = await figuresIn(kempt.main)
    expect(figures.length).toBeGreaterThan(30)
    await leadToTheirRows(page, figures)
  })
}

test('every number of the Overview that leads nowhere has a reason for it', async ({ kempt, signedInAs }) => {
  await signedInAs(lead)
  await kempt.overview.open()
  const unexplained = (await numbersBeside(kempt.main)).flatMap((line) => {
    const rest = reasons.reduce((text, [, pattern]) => text.replaceAll(pattern, ' '), line)
    return /\d/.test(rest) ? [`${line}   [${rest.trim()}]`] : []
  })
  expect(unexplained).toEqual([])
})

test('what the list of sentences folds away is as many as it says', async ({ kempt, signedInAs }) => {
  await signedInAs(lead)
  await kempt.overview.open()
  const folded = kempt.overview.attention.locator('details')
  const said = await folded.locator('summary').innerText()
  await folded.locator('summary').click()
  expect(said).toBe(`And ${await folded.getByRole('listitem').count()} more`)
})

test('every figure of Mine leads to as many rows as it says', async ({ page, signedInAs }) => {
  await signedInAs(owner)
  await openWhole(page, '/mine')
  const figures = await figuresIn(page.getByRole('region', { name: 'Figures' }))
  expect(figures.length).toBeGreaterThan(5)
  await leadToTheirRows(page, figures)
})

/** Why a number may stand without a link. */
const reasons: readonly (readonly [reason: string, pattern: RegExp])[] = [
  ['vaults that were not read in full: the header leads to each kind of them', /[\d,]+ vaults? not read in full/g],
  ['what a rule costs posture: the rule is beside it, and how the number is made one click away', /^\d+\.\d(?= ?of)/g],
  ['a date or an instant', /\d{4}-\d{2}-\d{2}( \d{2}:\d{2})?/g],
  ['how long ago', /\(?\d+ (second|minute|hour|day)s? ago\)?/g],
  ['a change of rows in sight: the list itself', /\d+ of [\d,]+ (vault|owner|subscription|rule)s/g],
  ['what a figure beside it is out of', /\bof [\d,]+( decided)?\b/g],
  ['a period, or a threshold of the policy', /\b\d+ (day|week)s?\b/g],
  ['the difference of two postures, each of which is on the Overview of its day', /[+−-]?\d+(\.\d+)?( points|$)/g],
  ['by how much a rule moved posture: the rule is beside it', /^[+−]\d+(\.\d+)?/g],
  ['a share: what it is made of stands beside it as figures, or one click away', /\d+(\.\d+)?%/g],
  [
    'checks that were decided: those that fail are linked, and those that pass have nothing to show',
    /Out of [\d,]+ decided/g,
  ],
  ['what is folded away just below', /And \d+ more/g],
]

/** Fetches each place once, and once for every kind of place the file of its rows. */
async function leadToTheirRows(page: Page, figures: readonly Figure[]): Promise<void> {
  // A page for every figure: a limit against hanging, not a measure.
  test.setTimeout(600_000)
  const blank = await page.context().newPage()
  const counted = new Set<string>()
  for (const { text, href, said, isShare } of figures) {
    const { rows, share, file } = await targetOf(blank, href)
    expect.soft(isShare ? share : rows, `${text} → ${href}`).toBe(said)
    const kind = kindOf(href)
    if (isShare || file === null || counted.has(kind)) continue
    counted.add(kind)
    const inFile: unknown[] = await (await blank.request.get(file)).json()
    expect.soft(inFile.length, `${text} → ${file}`).toBe(said)
  }
  expect(counted.size).toBeGreaterThan(2)
}

/** Addresses that differ in the values of their parameters only are of one kind. */
function kindOf(href: string): string {
  const { pathname, searchParams } = new URL(href, 'http://own.invalid')
  return `${pathname}?${[...new Set(searchParams.keys())].sort().join('&')}`
}
