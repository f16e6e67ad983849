// A Chromium for the browser tests: the one there is, else Playwright's own where it can be downloaded, else Debian's.
import { existsSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { programOf } from '../processes/program-of.ts'
import type { Progress } from '../processes/progress.ts'
import { Refusal } from '../processes/refusal.ts'
import type { Lifetime } from '../processes/run-to-the-end.ts'
import { type Child, startChild, startProgram } from '../processes/start-child.ts'
import { findChromium } from './find-chromium.ts'

/** A download that goes well takes less; one that stands still is not waited for. */
const downloadMs = 180_000

/** Returns its path, installing it first if need be. Throws `Refusal` when there is none to be had. */
export async function obtainChromium(life: Lifetime, progress: Progress): Promise<string> {
  const found = findChromium()
  if (found) return found
  await progress.during(
    'Downloading Chromium',
    () => download(life),
    (done) => (done ? 'done' : 'not to be had'),
  )
  if (!findChromium() && process.getuid?.() === 0 && existsSync('/usr/bin/apt-get')) {
    await progress.during(
      "Installing Debian's Chromium",
      () => installPackage(life),
      (done) => (done ? 'done' : 'failed'),
    )
  }
  const installed = findChromium()
  if (installed) return installed
  throw new Refusal(
    'The browser tests need Chromium: install it (on Debian "apt-get install chromium"), or set CHROMIUM_PATH.',
  )
}

async function download(life: Lifetime): Promise<boolean> {
  const child = startChild(life, {
    script: programOf('@playwright/test', 'playwright'),
    parameters: ['install', 'chromium'],
    env: { ...process.env, PLAYWRIGHT_DOWNLOAD_CONNECTION_TIMEOUT: '5000' },
    log: logFile('download'),
  })
  return (await endsWithin(child, downloadMs)) === 0
}

async function installPackage(life: Lifetime): Promise<boolean> {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  for (const parameters of [['update'], ['install', '--yes', '--no-install-recommends', 'chromium']]) {
    const child = startProgram(life, { program: '/usr/bin/apt-get', parameters, env, log: logFile('apt') })
    if ((await child.exited) !== 0) return false
  }
  return true
}

async function endsWithin(child: Child, milliseconds: number): Promise<number | null> {
  const timer = new AbortController()
  const late = wait(milliseconds, null, { signal: timer.signal }).catch(() => null)
  const code = await Promise.race([child.exited, late])
  timer.abort()
  if (code === null) await child.stop()
  return code
}

const logFile = (name: string) => join(tmpdir(), `kempt-chromium-${name}-${process.pid}.log`)
