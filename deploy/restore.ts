// `npm run restore -- FILE`: a backup, put back into an empty database.
import { parseArgs } from 'node:util'
import { restore } from '#lib/db/backup/restore.ts'
import { migrationsFolder } from '#lib/db/migrations-folder.ts'
import { runningDatabase } from '#lib/db/obtain-database.ts'
import { readJobSettings } from '#lib/settings.ts'
import { Refusal } from './processes/refusal.ts'
import { runToTheEnd } from './processes/run-to-the-end.ts'

await runToTheEnd(async (life) => {
  const [file] = parseArgs({ allowPositionals: true }).positionals
  if (!file) throw new Refusal('Say from where: npm run restore -- FILE')
  const database = await runningDatabase(readJobSettings(process.env))
  life.onEnd(database.stop)
  const rows = await restore(database.url, file, { migrations: migrationsFolder })
  console.log(`${rows} rows are back, and the database is up to date.`)
  return 0
})
