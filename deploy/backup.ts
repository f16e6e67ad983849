// `npm run backup -- FILE`: everything Kempt remembers, in one file, while it goes on working.
import { parseArgs } from 'node:util'
import { backUp } from '#lib/db/backup/back-up.ts'
import { runningDatabase } from '#lib/db/obtain-database.ts'
import { readJobSettings } from '#lib/settings.ts'
import { Refusal } from './processes/refusal.ts'
import { runToTheEnd } from './processes/run-to-the-end.ts'

await runToTheEnd(async (life) => {
  const [file] = parseArgs({ allowPositionals: true }).positionals
  if (!file) throw new Refusal('Say where to: npm run backup -- FILE')
  const database = await runningDatabase(readJobSettings(process.env))
  life.onEnd(database.stop)
  const rows = await backUp(database.url, file, { takenAt: new Date() })
  console.log(`${rows} rows are in ${file}. It names every secret, never a value; keep it as you keep the database.`)
  return 0
})
