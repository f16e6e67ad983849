// `npm run doctor`: what does Kempt lack where it runs? Changes nothing. Exit codes: 0 nothing, 3 something can be granted,
// 1 it cannot work.
import { writeFile } from 'node:fs/promises'
import { parseArgs } from 'node:util'
import { crashQuietly } from '#lib/crash.ts'
import { exitCodeOf } from './check.ts'
import { describeExamination } from './describe-examination.ts'
import { examine } from './examine.ts'
import { grantScript } from './grant-script.ts'

const usage = `Usage: npm run doctor -- [--json] [--script FILE]
  --json         print the checks and the script as one JSON document and nothing else
  --script FILE  write the commands that grant what is missing; "sh FILE" shows them, "sh FILE --apply" runs them`

async function main(): Promise<number> {
  const { values } = parseArgs({
    options: { json: { type: 'boolean' }, script: { type: 'string' }, help: { type: 'boolean' } },
  })
  if (values.help) {
    console.log(usage)
    return 0
  }
  const isWatched = process.stderr.isTTY && !values.json
  const tell = (doing: string) => isWatched && process.stderr.write(`\r\u001b[K${doing} …`)
  const { checks, principalId } = await examine(process.env, { now: new Date(), tell })
  if (isWatched) process.stderr.write('\r\u001b[K')

  const script = grantScript(checks)
  const lacks = checks.some(({ grants }) => grants.some(({ command }) => command !== null))
  if (values.script) await writeFile(values.script, script, { mode: 0o700 })
  if (values.json) console.log(JSON.stringify({ principalId, checks, script: lacks ? script : null }, null, 2))
  else {
    console.log(describeExamination(checks))
    if (values.script) console.log(`The commands are in ${values.script}: "sh ${values.script}" shows them.`)
    else if (lacks) console.log('Add "-- --script FILE" for the commands that grant what is missing.')
  }
  return exitCodeOf(checks)
}

crashQuietly()
process.exitCode = await main().catch((error: unknown) => {
  console.error(`The doctor failed: ${error instanceof Error ? error.message : String(error)}`)
  return 1
})
