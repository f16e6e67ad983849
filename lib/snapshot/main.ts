// `npm run snapshot`: one snapshot from a terminal, from cron or as a container job. Exit codes: 0 complete, 3 partial,
// 1 failed, 4 another one is running.
import { parseArgs } from 'node:util'
import { crashQuietly } from '#lib/crash.ts'
import { obtainDatabase } from '#lib/db/obtain-database.ts'
import { readJobSettings, SettingsError } from '#lib/settings.ts'
import { describeSummary } from './describe-summary.ts'
import { printProgress } from './print-progress.ts'
import { AlreadyRunning, type SnapshotSummary } from './run.ts'
import { runSnapshotWithSettings } from './run-with-settings.ts'

const exitCodes = { complete: 0, partial: 3, failed: 1, running: 4 } as const

const usage = `Usage: npm run snapshot -- [--at INSTANT] [--json]
  --at INSTANT  the instant the snapshot stands for, ISO 8601 (default: now)
  --json        print the summary as one JSON document and nothing else`

async function main(): Promise<number> {
  const { values } = parseArgs({
    options: { at: { type: 'string' }, json: { type: 'boolean' }, help: { type: 'boolean' } },
  })
  if (values.help) {
    console.log(usage)
    return 0
  }
  const capturedAt = values.at === undefined ? new Date() : new Date(values.at)
  if (Number.isNaN(capturedAt.getTime())) {
    console.error(`--at must be an instant such as 2026-11-23T02:15:00Z, not "${values.at}".`)
    return exitCodes.failed
  }
  const settings = readJobSettings(process.env)
  const { url, stop } = await obtainDatabase(settings)
  const printer = values.json ? null : printProgress(process.stdout)
  try {
    const summary = await runSnapshotWithSettings(
      { ...settings, databaseUrl: url },
      {
        capturedAt,
        trigger: 'command',
        requestedBy: null,
        clock: () => new Date(),
        onProgress: (progress) => printer?.show(progress),
      },
    )
    printer?.end()
    console.log(values.json ? JSON.stringify(summary, null, 2) : describeSummary(summary))
    return exitCodes[exitStatus(summary)]
  } finally {
    printer?.end()
    await stop()
  }
}

const exitStatus = ({ status }: SnapshotSummary) => (status === 'running' ? 'failed' : status)

/** One sentence per fault, never a stack trace: whoever reads this is a scheduler's log or a person at a terminal. */
function explain(error: unknown): number {
  if (error instanceof SettingsError) for (const fault of error.faults) console.error(fault)
  else console.error(`The snapshot failed: ${error instanceof Error ? error.message : String(error)}`)
  return error instanceof AlreadyRunning ? exitCodes.running : exitCodes.failed
}

crashQuietly()
process.exitCode = await main().catch(explain)
