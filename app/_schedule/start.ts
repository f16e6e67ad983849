// What happens once, when the server starts: the settings are checked, and snapshots are scheduled and taken.
import { keepEnvironmentOutOfReports } from '#lib/crash.ts'
import { outliveTheLog } from '#lib/outlive-the-log.ts'
import { type AppSettings, readAppSettings, SettingsError } from '#lib/settings.ts'
import { isRunAlive } from '#lib/snapshot/run-lock.ts'
import { keepRefusals, writeRefusals } from '../_audit/note-refusal.ts'
import { recordRefusals } from '../_audit/record-refusals.ts'
import { type AnswersUnderWay, watchAnswers } from './answers-under-way.ts'
import { keepQueue } from './running-queue.ts'
import { openSnapshotQueue, type SnapshotQueue } from './snapshot-queue.ts'
import { takeSnapshot } from './take-snapshot.ts'

/** Together less than the eight seconds that `npm start` waits, and the ten of most who run containers. */
const [answerWithinMs, stopWithinMs] = [4000, 2000]

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
  const answers = watchAnswers()
  const queue = await openSnapshotQueue(settings.databaseUrl)
  keepQueue(queue)
  const { appDatabase } = await import('../db.ts')
  keepRefusals((lines) => recordRefusals(appDatabase(), lines))
  setInterval(() => void writeRefusals(new Date()), countsEveryMs).unref()
  await queue.schedule(settings.schedule, settings.timeZone)
  // Where another process of ours is still at work, as while one takes over from the other, it sees to its own.
  if (!(await isRunAlive(settings.databaseUrl))) await queue.takeUpWhatWasLeft()
  await queue.work((job) => takeSnapshot(settings, job, () => new Date()))
  let isLeaving = false
  for (const [signal, exitCode] of Object.entries(exitCodes)) {
    // Next leaves at once unless NEXT_MANUAL_SIG_HANDLE is set; then answers break off, and a running snapshot is gone on with
    // by the next start, or after some minutes of silence.
    process.on(signal, () => {
      // A terminal's Ctrl-C comes twice: from the terminal, and from whoever started us.
      if (isLeaving) return
      isLeaving = true
      leave(queue, answers).finally(() => process.exit(exitCode))
    })
  }
}

/** The queue last: pages that are under way ask it how far a snapshot is. */
async function leave(queue: SnapshotQueue, answers: AnswersUnderWay): Promise<void> {
  const unfinished = await answers.finish(answerWithinMs)
  if (unfinished > 0)
    console.error(`Kempt ended before ${unfinished} ${unfinished === 1 ? 'answer was' : 'answers were'} whole.`)
  try {
    await writeRefusals(new Date(), { all: true })
    await queue.stop(stopWithinMs)
  } catch (error) {
    console.error('The snapshot schedule:', messageOf(error))
  }
}

function messageOf(error: unknown): string {
  // A refused connection comes as one error for every address that was tried, with an empty message of its own.
  if (error instanceof AggregateError) return error.errors.map(messageOf).join(', ')
  return error instanceof Error ? error.message : String(error)
}
