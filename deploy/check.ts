// `npm run check`: lint, types and unit tests, in a few seconds. `npm test` runs these and the rest.
import { runToTheEnd } from './processes/run-to-the-end.ts'
import { runQuickSteps } from './test/quick-steps.ts'
import { openSteps } from './test/steps.ts'

await runToTheEnd(async (life) => {
  const steps = openSteps(life)
  await runQuickSteps(steps)
  return steps.close()
})
