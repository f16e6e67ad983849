// `npm run bench:web -- --kempt http://127.0.0.1:3000`: how light are the pages of a running demo? It weighs the scripts of
// every kind of page and asks Lighthouse about those that are looked at most. Exit code 0 when the limits hold, 1 when one
// does not, 2 when it was asked wrongly. Scores move with what else the machine does, so `npm test` does not ask for them.
import { parseArgs } from 'node:util'
import { type Cookie, signedInAs } from './signed-in-as.ts'
import { measureLighthouse } from './measure-lighthouse.ts'
import { measureWeight } from './measure-weight.ts'

const { values } = parseArgs({
  options: {
    kempt: { type: 'string' },
    runs: { type: 'string', default: '3' },
    only: { type: 'string' },
  },
})
const { kempt: origin, only } = values
const runs = Number(values.runs)

if (!origin) leave('Name a running demo: npm run bench:web -- --kempt http://127.0.0.1:3000')
if (!Number.isInteger(runs) || runs < 1) leave(`--runs must be a number of runs, not "${values.runs}".`)

const sessions: { lead: Cookie[]; withoutRole: Cookie[] } = await signedInAs(origin)
const questions: Record<string, () => Promise<boolean>> = {
  weight: () => measureWeight(origin, sessions),
  lighthouse: () => measureLighthouse(origin, sessions, runs),
}
if (only && !questions[only]) leave(`--only must be ${Object.keys(questions).join(' or ')}, not "${only}".`)

let allHold = true
for (const [name, measure] of Object.entries(questions))
  if (!only || only === name) allHold = (await measure()) && allHold
console.log(allHold ? 'All limits hold.' : 'Not all limits hold.')
process.exitCode = allHold ? 0 : 1

function leave(why: string): never {
  console.error(why)
  process.exit(2)
}
