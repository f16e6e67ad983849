import type { Page } from '@playwright/test'
import { countIn } from './count-in.ts'

export function overviewPage(page: Page) {
  const attention = page.getByRole('region', { name: 'Needs attention' })
  const sentences = attention.getByRole('listitem').getByRole('link')
  const posture = page.getByRole('region', { name: 'Posture' })
  return {
    open: () => page.goto('/'),
    attention,
    /** Ranked: the first is the most serious. */
    sentences,
    firstSentence: sentences.first(),
    posture,
    /** 0 to 100, as it is shown. */
    async postureNow(): Promise<number> {
      return countIn(
        await posture
          .getByText(/^\d+(\.\d+)?%$/)
          .first()
          .innerText(),
      )
    },
  }
}
