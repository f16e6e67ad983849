import type { BrowserContext } from '@playwright/test'
import { openKempt } from '../../house/kempt.ts'

/** The first secret on At risk, most at risk first: the key of its row, its vault, and itself as in the path of its page. */
export async function aSecretAtRisk(signedIn: BrowserContext): Promise<{ row: string; vault: string; object: string }> {
  const page = await signedIn.newPage()
  const { atRisk } = openKempt(page)
  await atRisk.open('?kind=secret')
  const [row = ''] = await atRisk.keysInSight()
  await atRisk.open(`?row=${row}`)
  const ownPage = (await atRisk.drawer.getByRole('link', { name: 'its page' }).getAttribute('href')) ?? ''
  const [, , vault = '', ...object] = new URL(ownPage, page.url()).pathname.split('/').map(decodeURIComponent)
  await page.close()
  return { row, vault, object: object.join('/') }
}
