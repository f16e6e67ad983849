// The steps that need neither a database nor a browser: what to run before every commit.
import type { ReportedRun, Steps } from './steps.ts'
import { tallyVitest } from './tally.ts'

export async function runQuickSteps(steps: Steps): Promise<void> {
  await steps.check('Lint and format', '@biomejs/biome', ['check', '.'], { command: 'biome' })
  // Before the types, which do not know a route until Next has written it down.
  await steps.check('Types of the routes', 'next', ['typegen'])
  await steps.check('Types', 'typescript', ['--noEmit', '--incremental', 'false'], { command: 'tsc' })
  await steps.tests('Unit tests', 'vitest', vitestProject('unit'))
}

/** One project of vitest.config.ts. */
export const vitestProject = (project: string): ReportedRun => ({
  parameters: (reportFile) => [
    'run',
    '--project',
    project,
    '--passWithNoTests',
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${reportFile}`,
  ],
  tally: tallyVitest,
})
