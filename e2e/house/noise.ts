// What a page must not do behind the reader's back: write errors, break its content security policy, fail to load its parts.
import { existsSync, readFileSync } from 'node:fs'
import type { BrowserContext, TestInfo } from '@playwright/test'
import { demoFile, origin } from './target.ts'

export type Noise = {
  /** A story about something going wrong says what it expects to hear of it. */
  expect(noise: RegExp): void
}

export type HeardNoise = Noise & {
  /** Everything that was heard and not expected. */
  unexpected(): string[]
}

/** Listens to every page of a context. Breaches of the policy arrive as console errors. `from`: the origin of the app. */
export function listen(context: BrowserContext, from = origin): HeardNoise {
  const heard: string[] = []
  const expected: RegExp[] = []
  context.on('console', (message) => {
    if (message.type() === 'error') heard.push(`console.error on ${message.location().url}: ${message.text()}`)
  })
  context.on('weberror', (error) => heard.push(`uncaught: ${error.error().stack ?? error.error()}`))
  context.on('requestfailed', (request) => {
    const why = request.failure()?.errorText ?? ''
    // Whoever leaves a page stops what it was still fetching, and a download is no page.
    if (request.url().startsWith(from) && why !== 'net::ERR_ABORTED') heard.push(`${request.url()} failed: ${why}`)
  })
  context.on('response', (response) => {
    if (response.url().startsWith(from) && response.status() >= 500)
      heard.push(`${response.request().method()} ${response.url()} answered ${response.status()}`)
  })
  return {
    expect: (noise) => expected.push(noise),
    unexpected: () => heard.filter((noise) => !expected.some((pattern) => pattern.test(noise))),
  }
}

/** The last words of the app, beside the trace of a story that failed. */
export async function attachLog(info: TestInfo): Promise<void> {
  const log = demoFile('app.log')
  if (!existsSync(log)) return
  const lines = readFileSync(log, 'utf8').split('\n').slice(-60).join('\n')
  await info.attach('app.log', { body: lines, contentType: 'text/plain' })
}
