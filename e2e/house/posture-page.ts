import type { Page } from '@playwright/test'
import { countIn } from './count-in.ts'
import { openWhole } from './open-whole.ts'

/** A rule in the table that explains posture. The figures are numbers, and lead to rows where they have any. */
export type PostureRow = {
  rule: string
  weight: number
  pass: number
  fail: number
  waived: number
  unknown: number
  lost: number
  hrefs: Partial<Record<'fail' | 'waived' | 'unknown', string>>
}

export type ExportedPosture = {
  rule_id: string
  failing: string
  pass: number
  fail: number
  waived: number
  weight: number
}

export function posturePage(page: Page) {
  const table = page.getByRole('table', { name: 'The rules that posture is made of' })
  const number = page.getByRole('region', { name: 'Posture', exact: true })
  return {
    open: (query = '') => openWhole(page, `/posture${query}`),
    table,
    /** 0 to 100, as it is shown. */
    now: async () =>
      countIn(
        await number
          .getByText(/^\d+(\.\d+)?%$/)
          .first()
          .innerText(),
      ),
    /** "Out of 3,012 decided checks of 3,204". */
    denominator: number.getByText(/^Out of/),
    /** Every row but the last one, which adds them up. */
    async rows(): Promise<PostureRow[]> {
      const lines = await table.getByRole('row').evaluateAll((found) =>
        found.slice(1).map((row) => ({
          rule: row.querySelector('[role=rowheader]')?.textContent ?? '',
          cells: [...row.querySelectorAll('[role=cell]')].map((cell) => ({
            header: cell.getAttribute('data-label') ?? '',
            text: cell.textContent ?? '',
            href: cell.querySelector('a')?.getAttribute('href') ?? null,
          })),
        })),
      )
      return lines
        .filter(({ rule }) => rule !== 'All rules')
        .map(({ rule, cells }) => {
          const cell = (header: string) => {
            const found = cells.find((one) => one.header === header)
            if (!found) throw new Error(`There is no column "${header}".`)
            return found
          }
          const href = (header: string) => cell(header).href
          const hrefs = { fail: href('Fail'), waived: href('Waived'), unknown: href('Unknown') }
          return {
            rule,
            weight: countIn(cell('Weight').text),
            pass: countIn(cell('Pass').text),
            fail: countIn(cell('Fail').text),
            waived: countIn(cell('Waived').text),
            unknown: countIn(cell('Unknown').text),
            lost: cell('Points lost').text === '–' ? 0 : countIn(cell('Points lost').text),
            hrefs: Object.fromEntries(Object.entries(hrefs).filter(([, address]) => address !== null)),
          }
        })
    },
    /** What the files say, by rule. */
    async exported(): Promise<ExportedPosture[]> {
      const href = await page.getByRole('link', { name: 'JSON', exact: true }).getAttribute('href')
      return (await page.request.get(href ?? '')).json()
    },
    /** The same of a part of the estate, or of a day: `?asOf=2026-11-01`. */
    exportedOf: async (query = ''): Promise<ExportedPosture[]> =>
      (await page.request.get(`/posture/export.json${query}`)).json(),
  }
}

/** What the rows of the table add up to, 0 to 1: the share of each rule's decided subjects that pass, by its weight. */
export function addedUp(rows: readonly { weight: number; pass: number; fail: number }[]): number {
  const decided = rows.filter(({ pass, fail }) => pass + fail > 0)
  const weight = decided.reduce((total, row) => total + row.weight, 0)
  return decided.reduce((total, { pass, fail, ...row }) => total + (row.weight * pass) / (pass + fail), 0) / weight
}
