// Which Chromium do the browser tests use? Playwright's own where it was installed, else one of the machine's.
import { existsSync } from 'node:fs'
import { chromium } from '@playwright/test'

const ofTheMachine = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
]

/** Its path, or null when there is none. CHROMIUM_PATH names another one. */
export function findChromium(): string | null {
  const candidates = [process.env.CHROMIUM_PATH, chromium.executablePath(), ...ofTheMachine]
  return candidates.find((path) => path && existsSync(path)) ?? null
}
