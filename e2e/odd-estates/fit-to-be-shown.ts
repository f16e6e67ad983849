// Whatever the estate is like: nothing on a page scrolls it sideways, wide or narrow, and axe objects to nothing in it. In all
// four combinations of width and colours axe sees the same parts in the demo, where there is most of everything.
import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from '@playwright/test'
import { expect } from '../house.ts'
import { openWhole } from '../house/open-whole.ts'

const looks = [
  { viewport: { width: 1440, height: 900 }, colorScheme: 'light' },
  { viewport: { width: 390, height: 844 }, colorScheme: 'dark' },
] as const

/** Opens a page and looks at it, wide and light as well as narrow and dark; afterwards it stands there wide and light. */
export async function expectFitToBeShown(page: Page, path: string): Promise<void> {
  await openWhole(page, path)
  for (const { viewport, colorScheme } of looks.toReversed()) {
    await page.setViewportSize(viewport)
    await page.emulateMedia({ colorScheme })
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
    await expect(page.getByText(/^Reading/)).toHaveCount(0)
    const overhang = await page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    )
    expect.soft(overhang, `${path} scrolls sideways at ${viewport.width}`).toBe(0)
  }
  // There are no frames, so no second page is needed to put the parts together.
  const { violations } = await new AxeBuilder({ page }).include('main').setLegacyMode().analyze()
  const found = violations.flatMap(({ id, nodes }) => nodes.map(({ target }) => `${id}: ${target.join(' ')}`))
  expect.soft(found, path).toEqual([])
}
