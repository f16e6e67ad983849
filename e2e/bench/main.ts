// `npm run bench`: figures, as ratios or against a floor measured in the same run. It prints; nothing here can fail a test.
// With a demo running, name it: `npm run bench -- --kempt http://127.0.0.1:3000` measures its pages as well. `--only
// remembering` asks one question alone.
import { parseArgs } from 'node:util'
import { measureCollecting } from './measure-collecting.ts'
import { measureJudging } from './measure-judging.ts'
import { measureLog } from './measure-log.ts'
import { measurePages } from './measure-pages.ts'
import { measureRemembering } from './measure-remembering.ts'

const { values } = parseArgs({
  options: {
    vaults: { type: 'string', default: '200' },
    objects: { type: 'string', default: '100' },
    kempt: { type: 'string' },
    only: { type: 'string' },
  },
})
const size = { vaults: Number(values.vaults), objectsPerVault: Number(values.objects) }

const questions: Record<string, () => Promise<void>> = {
  collecting: () => measureCollecting(size),
  remembering: () => measureRemembering(size),
  judging: () => measureJudging(),
  log: () => measureLog(),
  pages: async () => {
    if (values.kempt) await measurePages(values.kempt)
    else console.log('Pages were not measured: name a running demo with --kempt http://127.0.0.1:3000')
  },
}

if (values.only && !questions[values.only]) {
  console.error(`--only must be ${Object.keys(questions).join(', ')}, not "${values.only}".`)
  process.exit(2)
}
for (const [name, measure] of Object.entries(questions)) if (!values.only || values.only === name) await measure()
