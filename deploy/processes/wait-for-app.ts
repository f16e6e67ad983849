// The app is ready when it says so itself, which it does once its database answers.
import { setTimeout as wait } from 'node:timers/promises'
import { Refusal } from './refusal.ts'
import type { Child } from './start-child.ts'

const patienceMs = 60_000
const betweenMs = 100

/** `origin` is where this machine reaches the app. Throws `Refusal` when it ends, or never says it is ready. */
export async function waitForApp(app: Child, origin: string): Promise<void> {
  const deadline = performance.now() + patienceMs
  let lastAnswer = 'no answer'
  let code: number | null = null
  app.exited.then(
    (exitCode) => {
      code = exitCode
    },
    () => {
      code = 127
    },
  )
  while (performance.now() < deadline) {
    if (code !== null) throw new Refusal(`The app ended at once with exit code ${code}.\n${app.lastWords()}`.trim())
    lastAnswer = await ask(`${origin}/api/health`)
    if (lastAnswer === '') return
    await wait(betweenMs)
  }
  throw new Refusal(`The app did not become ready: /api/health says "${lastAnswer}".\n${app.lastWords()}`.trim())
}

/** What speaks against its being ready; '' for nothing. */
async function ask(url: string): Promise<string> {
  try {
    const response = await fetch(url, { signal: AbortSignal.timeout(5000), redirect: 'manual' })
    return response.ok ? '' : `${response.status} ${(await response.text()).slice(0, 300)}`
  } catch (error) {
    return error instanceof Error ? error.message : String(error)
  }
}
