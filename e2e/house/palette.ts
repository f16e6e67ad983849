import { expect, type Page } from '@playwright/test'

/** What keys open over a page: the palette, and the list of keys. */
export function palette(page: Page) {
  const dialog = page.getByRole('dialog', { name: 'Search' })
  const field = dialog.getByRole('combobox')
  const option = (name: string) => dialog.getByRole('option').filter({ has: page.getByText(name, { exact: true }) })
  return {
    dialog,
    field,
    option,
    said: dialog.getByRole('status'),
    keys: page.getByRole('dialog', { name: 'Keys' }),
    /** Once scripts run, which is when the header knows the viewer's own time. */
    listening: () =>
      expect(
        page
          .getByRole('paragraph')
          .filter({ hasText: /^As of / })
          .getByRole('time')
          .first(),
      ).toHaveAttribute('title', /where you are/),
    /** Types, walks down to what is called that, and goes there: by keys alone. */
    async jumpTo(text: string, name: string): Promise<void> {
      await page.keyboard.press('Control+k')
      await expect(field).toBeFocused()
      await page.keyboard.type(text)
      await expect(option(name).first()).toBeVisible()
      await expect(dialog.getByRole('status')).toHaveText(/results?$/)
      const place = await dialog
        .getByRole('option')
        .evaluateAll(
          (options, wanted) => options.findIndex((one) => one.firstElementChild?.textContent === wanted),
          name,
        )
      for (let step = 0; step < place; step++) await page.keyboard.press('ArrowDown')
      await expect(option(name).first()).toHaveAttribute('aria-selected', 'true')
      await page.keyboard.press('Enter')
      await expect(dialog).toBeHidden()
    },
  }
}
