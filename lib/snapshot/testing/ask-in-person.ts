// A program: the snapshot a signed-in person starts on a page, without the page.
import { parseArgs } from 'node:util'
import { readJobSettings } from '#lib/settings.ts'
import { runSnapshotWithSettings } from '../run-with-settings.ts'

const { values } = parseArgs({ options: { at: { type: 'string' }, json: { type: 'boolean' } } })
const { databaseUrl, ...settings } = readJobSettings(process.env)
if (!databaseUrl || !values.at) throw new Error('Usage: ask-in-person.ts --at INSTANT, with DATABASE_URL')
const summary = await runSnapshotWithSettings(
  { ...settings, databaseUrl },
  { capturedAt: new Date(values.at), trigger: 'person', requestedBy: 'Ana Silva', clock: () => new Date() },
)
console.log(JSON.stringify(summary))
