// `npm test`: everything that must hold, the cheapest first. Every step runs, whatever the others say, and the last line counts.
import { globSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { build, isBuilt } from './build.ts'
import { createProgress } from './processes/progress.ts'
import { runToTheEnd } from './processes/run-to-the-end.ts'
import { obtainChromium } from './test/obtain-chromium.ts'
import { runQuickSteps, vitestProject } from './test/quick-steps.ts'
import { checkSchemaMatchesMigrations } from './test/schema-matches-migrations.ts'
import { openSteps } from './test/steps.ts'
import { tallyPlaywright } from './test/tally.ts'

const root = fileURLToPath(new URL('..', import.meta.url))

await runToTheEnd(async (life) => {
  const steps = openSteps(life)
  await runQuickSteps(steps)
  await checkSchemaMatchesMigrations(life, steps)
  await steps.tests('Database tests', 'vitest', vitestProject('database'))
  await steps.tests('Tests against the stand-in Azure', 'vitest', vitestProject('azure'))
  await steps.work('Building the app', async () => isBuilt() || build(life))
  await steps.tests('Tests of the built app', 'vitest', vitestProject('built'))

  if (globSync('e2e/**/*.spec.ts', { cwd: root }).length === 0) console.log('Browser tests: there are none')
  else {
    let chromium = ''
    await steps.work('Chromium', async () => {
      chromium = await obtainChromium(life, createProgress())
    })
    if (chromium) {
      await steps.tests('Browser tests', '@playwright/test', {
        command: 'playwright',
        // The odd estates take as long again, and are run by who touches them: `npm run e2e -- --project odd`.
        parameters: () => [
          ...['test', '--config', 'e2e/playwright.config.ts', '--reporter=list,json'],
          ...['--project=reading', '--project=changing'],
        ],
        env: (reportFile) => ({ PLAYWRIGHT_JSON_OUTPUT_FILE: reportFile, CHROMIUM_PATH: chromium }),
        tally: tallyPlaywright,
      })
    }
  }
  return steps.close()
})
