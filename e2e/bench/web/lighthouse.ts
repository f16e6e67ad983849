// Lighthouse, from packages of its own beside this file: they weigh more than all of Kempt's, and are fetched by whoever asks.
import { createRequire } from 'node:module'
import { fileURLToPath } from 'node:url'
import { z } from 'zod'

/** What is looked at of its answer. https://github.com/GoogleChrome/lighthouse/blob/main/docs/understanding-results.md */
const resultSchema = z.object({
  finalDisplayedUrl: z.string(),
  runtimeError: z.object({ message: z.string() }).optional(),
  environment: z.object({ benchmarkIndex: z.number() }),
  categories: z.record(
    z.string(),
    z.object({ score: z.number().nullable(), auditRefs: z.array(z.object({ id: z.string(), weight: z.number() })) }),
  ),
  audits: z.record(
    z.string(),
    z.object({ title: z.string(), score: z.number().nullable(), numericValue: z.number().optional() }),
  ),
})

export type LighthouseResult = z.output<typeof resultSchema>

type Module = {
  default(url: string, flags: object, config?: object): Promise<{ lhr: unknown } | undefined>
  desktopConfig: object
}

type Install = (folder: string, env: NodeJS.ProcessEnv) => Promise<number>

// The door of every command runs before types are stripped, so what it installs with is written for an older Node.
const { installPackages }: { installPackages: Install } = createRequire(import.meta.url)(
  '../../../deploy/boot/install-packages.cjs',
)

const folder = fileURLToPath(new URL('.', import.meta.url))

/** Installs it when it is not there. Rejects when it cannot be had, or says nothing. */
export async function loadLighthouse() {
  if ((await installPackages(folder, process.env)) !== 0) throw new Error('Lighthouse could not be installed.')
  // By a name that is no literal: types are checked where it is not installed.
  const name = 'lighthouse'
  const { default: lighthouse, desktopConfig }: Module = await import(name)
  return {
    desktop: desktopConfig,
    async ask(url: string, flags: object, config?: object): Promise<LighthouseResult> {
      const answer = await lighthouse(url, flags, config)
      if (!answer) throw new Error(`Lighthouse said nothing about ${url}.`)
      return resultSchema.parse(answer.lhr)
    },
  }
}
