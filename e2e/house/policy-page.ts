import { expect, type Page } from '@playwright/test'
import { countIn } from './count-in.ts'
import { openWhole } from './open-whole.ts'

export function policyPage(page: Page) {
  const table = page.getByRole('table', { name: 'What the draft would do' })
  const rowOf = (rule: string) =>
    table.getByRole('row').filter({ has: page.getByRole('rowheader', { name: rule, exact: true }) })
  const cellOf = (rule: string, column: string) => rowOf(rule).locator(`td[data-label="${column}"]`)
  const note = page.getByLabel('Why it changes')
  const save = page.getByRole('button', { name: 'Save the policy' })
  return {
    open: (query = '') => openWhole(page, `/policy${query}`),
    field: (label: string) => page.getByRole('spinbutton', { name: label, exact: true }),
    /** Makes a draft of what stands in the fields. */
    show: page.getByRole('button', { name: 'Show what it would do' }).first(),
    changes: page.getByRole('list', { name: 'What changes' }),
    /** The row of a rule in the preview. */
    rowOf,
    failsNow: async (rule: string) => countIn(await cellOf(rule, 'Fails now').innerText()),
    wouldFail: async (rule: string) => countIn(await cellOf(rule, 'Would fail').innerText()),
    draft: page.getByRole('region', { name: 'Your draft' }),
    note,
    save,
    /** Says that what was saved is not judged by yet. */
    waiting: page.getByText('It is in force from the next snapshot'),
    history: page.getByRole('region', { name: 'Who changed it' }),
    /** Saves the draft in an address, if it differs from what is in force. */
    async saveDraft(query: string, why: string): Promise<void> {
      await openWhole(page, `/policy${query}`)
      if (!(await save.isVisible())) return
      await note.fill(why)
      await save.click()
      await expect(page).toHaveURL(/\/policy$/)
    },
  }
}
