// Overview and a vault on paper: a report that says whose it is and as of when, with every card, and nothing cut off.
import { expect, test } from './house.ts'
import { openWhole } from './house/open-whole.ts'
import { lead } from './house/people.ts'

// What is left of a page of A4 between margins of 14 mm, at 96 pixels to the inch.
test.use({ viewport: { width: 688, height: 1017 } })

for (const what of ['Overview', 'a vault'] as const) {
  test(`${what} on paper is a whole report`, async ({ page, kempt, azure, signedInAs }) => {
    await signedInAs(lead)
    const vault = azure.estate(new Date()).vaults.find(({ access }) => access === 'readable')?.name ?? ''
    await openWhole(page, what === 'Overview' ? '/' : `/vaults/${vault}`)
    const cards = kempt.main.getByRole('region').getByRole('heading', { level: 2 })
    const onScreen = await cards.allInnerTexts()
    expect(onScreen.length).toBeGreaterThan(7)

    await page.emulateMedia({ media: 'print' })
    expect(await cards.allInnerTexts()).toEqual(onScreen)
    for (const card of await cards.all()) await expect(card).toBeVisible()
    await expect(kempt.main.getByText('Kempt, the whole estate')).toBeVisible()
    await expect(kempt.standing.line).toContainText(/As of now \(\d{4}-\d\d-\d\d \d\d:\d\d UTC\)/)
    await expect(kempt.navigation).toBeHidden()
    for (const role of ['button', 'textbox', 'combobox', 'searchbox', 'dialog'] as const) {
      await expect(page.getByRole(role)).toHaveCount(0)
    }
    const cut = await kempt.main.evaluate((main) => {
      const width = document.documentElement.clientWidth
      return [...main.querySelectorAll<HTMLElement>('*')]
        .filter((element) => {
          if (!element.checkVisibility() || element.closest('.sr-only, svg')) return false
          const { left, right, width: own } = element.getBoundingClientRect()
          const isCut =
            element.scrollWidth > element.clientWidth + 1 && getComputedStyle(element).overflowX !== 'visible'
          return own > 1 && (left < -1 || right > width + 1 || isCut)
        })
        .map((element) => `${element.tagName} ${element.className} ${element.textContent?.slice(0, 40)}`)
    })
    expect(cut).toEqual([])
    const charts = kempt.main.getByRole('img')
    expect(await charts.count()).toBeGreaterThan(0)
    for (const chart of await charts.all()) await expect(chart).toHaveAccessibleName(/\S/)

    await page.emulateMedia({ media: null })
    const pdf = await page.pdf({ format: 'A4' })
    expect(pdf.subarray(0, 5).toString()).toBe('%PDF-')
  })
}
