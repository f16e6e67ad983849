// Every page in light and dark, on a wide screen and on a phone: nothing axe objects to, and nothing that scrolls sideways.
import { AxeBuilder } from '@axe-core/playwright'
import { expect, test } from './house.ts'
import { anyObject, everyPage } from './house/every-page.ts'
import { openWhole } from './house/open-whole.ts'
import { lead } from './house/people.ts'

// What is found names its element: a recording of every page would only cost time.
test.use({ trace: 'off' })

const windows = { wide: { width: 1440, height: 900 }, phone: { width: 390, height: 844 } }

for (const [place, viewport] of Object.entries(windows)) {
  for (const colorScheme of ['light', 'dark'] as const) {
    test.describe(`on a ${place} screen, ${colorScheme}`, () => {
      test.use({ viewport, colorScheme })

      test('every page can be read by everybody', async ({ page, kempt, azure, signedInAs }) => {
        // Some forty pages, each looked at by axe: a limit against hanging, not a measure.
        test.setTimeout(1_200_000)
        await signedInAs(lead)
        await kempt.atRisk.open()
        const [row = ''] = await kempt.atRisk.keysInSight()
        const vault = azure.estate(new Date()).vaults[0]?.name ?? ''
        const object = anyObject(azure.objects(vault, new Date()))
        const [{ identity: caller } = { identity: '' }] = await kempt.callers.exported()
        for (const [name, path] of Object.entries(everyPage({ vault, row, caller, object }))) {
          await openWhole(page, path)
          await expect(kempt.heading).toBeVisible()
          await expect(page.getByText(/^Reading/)).toHaveCount(0)
          // There are no frames, so no second page is needed to put the parts together.
          const { violations } = await new AxeBuilder({ page }).setLegacyMode().analyze()
          const found = violations.flatMap(({ id, nodes }) => nodes.map(({ target }) => `${id}: ${target.join(' ')}`))
          expect.soft(found, name).toEqual([])
          const overhang = await page.evaluate(
            () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
          )
          expect.soft(overhang, `${name} scrolls sideways`).toBe(0)
        }
      })
    })
  }
}
