// Which browser, and how it is started: Chromium of the machine where Playwright's own is not installed.
import { existsSync } from 'node:fs'
import { chromium, type PlaywrightTestOptions, type PlaywrightWorkerOptions } from '@playwright/test'

const { CHROMIUM_PATH } = process.env

const executablePath =
  CHROMIUM_PATH || [chromium.executablePath(), '/usr/bin/chromium'].find((path) => existsSync(path))

export const launchOptions = {
  ...(executablePath ? { executablePath } : {}),
  args: [
    '--disable-gpu',
    '--disable-quic',
    '--no-first-run',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
  ],
  // Chromium refuses its sandbox to root.
  chromiumSandbox: process.getuid?.() !== 0,
}

/** An odd time zone on purpose: a page that leans on the machine's own shows at once. */
export const browser = {
  browserName: 'chromium',
  timezoneId: 'Asia/Kathmandu',
  locale: 'en-GB',
  viewport: { width: 1440, height: 900 },
  launchOptions,
} as const satisfies Partial<PlaywrightTestOptions & PlaywrightWorkerOptions> & object
