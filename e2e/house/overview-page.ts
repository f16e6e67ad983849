import type { Page } from '@playwright/test'
import { countIn } from './count-in.ts'
import { openWhole } from './open-whole.ts'

export function overviewPage(page: Page) {
  const attention = page.getByRole('region', { name: 'Needs attention' })
  const sentences = attention.getByRole('listitem').getByRole('link')
  const posture = page.getByRole('region', { name: 'Posture' })
  const withoutOwner = page.getByRole('region', { name: 'Without an owner' })
  return {
    open: () => openWhole(page, '/'),
    attention,
    /** Ranked: the first is the most serious. */
    sentences,
    firstSentence: sentences.first(),
    posture,
    howItIsMade: posture.getByRole('link', { name: 'How this number is made' }),
    withoutOwner,
    /** Objects that nobody owns, and the way to them. */
    showWithoutOwner: withoutOwner.getByRole('link', { name: 'Show them' }),
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
