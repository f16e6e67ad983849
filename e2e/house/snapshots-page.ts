import { expect, type Page } from '@playwright/test'

export function snapshotsPage(page: Page) {
  const runs = page.getByRole('table', { name: 'Snapshots taken' })
  const ledger = page.getByRole('table', { name: 'Vaults that were not wholly read' })
  const runNow = page.getByRole('button', { name: 'Run now' })
  const progress = page.getByRole('region', { name: 'Snapshot running' })
  return {
    open: () => page.goto('/snapshots'),
    runNow,
    runs,
    /** The newest is the first. */
    latestRun: runs.getByRole('row').nth(1),
    ledger,
    gapsOf: (vault: string) =>
      ledger.getByRole('row').filter({ has: page.getByRole('link', { name: vault, exact: true }) }),
    gapsInState: (state: string) =>
      ledger.getByRole('row').filter({ has: page.getByRole('cell', { name: state, exact: true }) }),
    progress,
    /** What the button says while it cannot be used. */
    busy: page.getByRole('button', { name: 'Snapshot running' }),
    bar: progress.getByRole('progressbar'),
    /** Takes a snapshot by the button, and waits until the page says by itself that it is over. */
    async takeOne(): Promise<void> {
      await page.goto('/snapshots')
      const newest = () => runs.getByRole('row').nth(1).getByRole('time').first().getAttribute('datetime')
      const before = await newest()
      await runNow.click()
      // A small one may be over before the page has asked how far it is: its row says that it was taken.
      await expect.poll(newest, { timeout: 120_000 }).not.toBe(before)
      await expect(progress).toBeHidden({ timeout: 120_000 })
      await expect(runNow).toBeEnabled()
    },
  }
}
