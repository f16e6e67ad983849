// Kempt as somebody at the screen knows it: its pages by their names, and what is on them by what it says.
import type { Page } from '@playwright/test'
import { atRiskPage } from './at-risk-page.ts'
import { callersPage } from './callers-page.ts'
import { countIn } from './count-in.ts'
import { objectPage } from './object-page.ts'
import { operationsPage } from './operations-page.ts'
import { overviewPage } from './overview-page.ts'
import { policyPage } from './policy-page.ts'
import { snapshotsPage } from './snapshots-page.ts'
import { vaultPages } from './vault-pages.ts'
import { waiversPage } from './waivers-page.ts'

export type Kempt = ReturnType<typeof openKempt>

export type Place =
  | 'Overview'
  | 'At risk'
  | 'Vaults'
  | 'Owners'
  | 'Mine'
  | 'Callers'
  | 'Rules'
  | 'Changes'
  | 'Operations'
  | 'Snapshots'
  | 'Waivers'
  | 'Policy'

export function openKempt(page: Page) {
  const navigation = page.getByRole('navigation', { name: 'Main' })
  const sidebar = page.getByRole('complementary', { name: 'Navigation' })
  const main = page.getByRole('main')
  return {
    heading: page.getByRole('heading', { level: 1 }),
    main,
    skipLink: page.getByRole('link', { name: 'Skip to the content' }),
    navigation,
    goTo: (place: Place) => navigation.getByRole('link', { name: place, exact: true }).click(),
    person: (name: string) => sidebar.getByText(name, { exact: true }),
    signOut: sidebar.getByRole('link', { name: 'Sign out' }),
    standing: standingOf(page),
    /** One line over every page while a snapshot runs, and when it left new figures. */
    running: page.getByRole('region', { name: 'Running snapshot' }),
    entra: {
      heading: page.getByRole('heading', { name: 'Sign in to Kempt' }),
      cancel: page.getByRole('button', { name: 'Cancel' }),
    },
    overview: overviewPage(page),
    atRisk: atRiskPage(page),
    vaults: vaultPages(page),
    callers: callersPage(page),
    object: objectPage(page),
    operations: operationsPage(page),
    policy: policyPage(page),
    snapshots: snapshotsPage(page),
    waivers: waiversPage(page),
  }
}

/** What the figures of a page rest on, as its header says it. */
function standingOf(page: Page) {
  const line = page.getByRole('paragraph').filter({ hasText: /^As of / })
  return {
    line,
    /** The instant the figures are those of. */
    async readAt(): Promise<Date> {
      const text = await line.getByRole('time').first().getAttribute('datetime')
      return new Date(text ?? 'never')
    },
    /** How many vaults were read, wholly. */
    async vaultsRead(): Promise<number> {
      return countIn(await line.getByRole('link', { name: / read$/ }).innerText())
    },
    backToNow: page.getByRole('link', { name: 'Back to now' }),
    async show(day: string): Promise<void> {
      await page.getByLabel('Day', { exact: true }).fill(day)
      await page.getByRole('button', { name: 'Show', exact: true }).click()
    },
  }
}
