// Makes sure that there is a Chromium for the browser tests, and says where.
import { createProgress } from './processes/progress.ts'
import { runToTheEnd } from './processes/run-to-the-end.ts'
import { obtainChromium } from './test/obtain-chromium.ts'

await runToTheEnd(async (life) => {
  console.log(await obtainChromium(life, createProgress()))
  return 0
})
