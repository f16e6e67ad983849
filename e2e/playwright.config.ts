// Stories in a browser, against the real demo: the app as it is built, its database, the snapshot job, the stand-in Azure.
import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { defineConfig } from '@playwright/test'
import { browser } from './house/browser.ts'
import { demoSize, origin, somebodyElses } from './house/target.ts'

// Workers load this file too, and find the folder that the run has made.
if (!somebodyElses) process.env.E2E_DATA_DIR ??= makeFolder()

export default defineConfig({
  testDir: '.',
  testMatch: '*.spec.ts',
  outputDir: '../.data/e2e',
  workers: 2,
  fullyParallel: true,
  retries: 0,
  forbidOnly: process.env.CI !== undefined,
  reporter: 'list',
  // Limits against hanging for ever, not measures: two busy cores take several times as long as an idle machine.
  timeout: 180_000,
  expect: { timeout: 30_000 },
  use: {
    ...browser,
    baseURL: origin,
    trace: 'retain-on-failure',
  },
  projects: [
    { name: 'reading', grepInvert: /@changes|@long/, testIgnore: 'odd-estates/**' },
    // Each file in an estate of its own, which it makes once: its stories stay together. Of the demo they use the PostgreSQL.
    { name: 'odd', testMatch: 'odd-estates/*.spec.ts', fullyParallel: false },
    // One after the other, and when nobody is reading any more: they change the estate that everybody sees.
    { name: 'changing', grep: /@changes/, testIgnore: 'odd-estates/**', workers: 1, dependencies: ['reading'] },
    // Every page once more, in a browser that has nothing: run by who adds to what pages send.
    { name: 'long', grep: /@long/, testIgnore: 'odd-estates/**', workers: 1, dependencies: ['changing'] },
  ],
  ...(somebodyElses ? {} : { webServer: theDemo() }),
})

function theDemo() {
  return {
    name: 'demo',
    command: `"${process.execPath}" deploy/demo.ts`,
    cwd: fileURLToPath(new URL('..', import.meta.url)),
    url: `${origin}/api/health`,
    env: {
      PORT: new URL(origin).port,
      KEMPT_DATA_DIR: process.env.E2E_DATA_DIR ?? '',
      KEMPT_DEMO_DAYS: String(demoSize.days),
      KEMPT_DEMO_VAULTS: String(demoSize.vaults),
    },
    // Building the app and making history come first.
    timeout: 300_000,
    reuseExistingServer: false,
    gracefulShutdown: { signal: 'SIGTERM', timeout: 20_000 },
    stdout: 'ignore',
    stderr: 'pipe',
  } as const
}

/** Open to the account PostgreSQL runs as, and gone when the run is over. */
function makeFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'kempt-e2e-'))
  chmodSync(folder, 0o755)
  process.once('exit', () => rmSync(folder, { recursive: true, force: true }))
  return folder
}
