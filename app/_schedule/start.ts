// What happens once, when the server starts: the settings are checked, and snapshots are scheduled and taken.
import { keepEnvironmentOutOfReports } from '#lib/crash.ts'
import { outliveTheLog } from '#lib/outlive-the-log.ts'
import { type AppSettings, readAppSettings, SettingsError } from '#lib/settings.ts'
import { keepRefusals, writeRefusals } from '../_audit/note-refusal.ts'
import { recordRefusals } from '../_audit/record-refusals.ts'
import { keepQueue } from './running-queue.ts'
import { openSnapshotQueue } from './snapshot-queue.ts'
import { takeSnapshot } from './take-snapshot.ts'

const stopWithinMs = 4000

/** Refusals are written at once; what was only counted waits for its hour to be over. */
const countsEveryMs = 60_000

/** As a shell would tell that a signal ended a process. */
const exitCodes = { SIGINT: 130, SIGTERM: 143 }

/** Starts the schedule, or prints one sentence for each thing that is wrong and ends the process. */
export async function start(): Promise<void> {
  keepEnvironmentOutOfReports()
  outliveTheLog()
  try {
    await startSchedule(readAppSettings(process.env))
  } catch (error) {
    const faults = error instanceof SettingsError ? error.faults : [`Kempt cannot start: ${messageOf(error)}`]
    for (const fault of faults) console.error(fault)
    process.exit(1)
  }
}

async function startSchedule(settings: AppSettings): Promise<void> {
  const queue = await openSnapshotQueue(settings.databaseUrl)
  keepQueue(queue)
  const { appDatabase } = await import('../db.ts')
  keepRefusals((lines) => recordRefusals(appDatabase(), lines))
  setInterval(() => void writeRefusals(new Date()), countsEveryMs).unref()
  await queue.schedule(settings.schedule, settings.timeZone)
  await queue.work((job) => takeSnapshot(settings, job, () => new Date()))
  for (const [signal, exitCode] of Object.entries(exitCodes)) {
    // Next leaves at once unless NEXT_MANUAL_SIG_HANDLE is set; then a running snapshot goes back into the queue only
    // after a minute of silence, and is resumed all the same.
    process.once(signal, () => {
      writeRefusals(new Date(), { all: true })
        .then(() => queue.stop(stopWithinMs))
        .catch((error: unknown) => console.error('The snapshot schedule:', messageOf(error)))
        .finally(() => process.exit(exitCode))
    })
  }
}

function messageOf(error: unknown): string {
  // A refused connection comes as one error for every address that was tried, with an empty message of its own.
  if (error instanceof AggregateError) return error.errors.map(messageOf).join(', ')
  return error instanceof Error ? error.message : String(error)
}
