// Trends are sums over months of history, and these only change when a snapshot ends or a waiver begins or ends: they are
// asked for once per snapshot, state of the waivers, scope and day, and then remembered by this process. Everything else on
// the page is asked for every time.
import type { Scope } from '#lib/domain/scope.ts'
import { isoDate } from '#lib/format/date.ts'

/** How many answers are kept. One view of the overview needs a handful; beyond that the oldest are forgotten. */
const most = 400

const answers = new Map<string, Promise<unknown>>()

export type Moment = {
  scope: Scope
  at: Date
  snapshotId: number
  /** See getWaiverRevision. */
  waivers: string
}

/**
 * The answer to `question`, from memory when it was asked before with the same name, for the same people's eyes, on the same
 * day, and since neither a snapshot nor a waiver changed it. A question that failed is asked again the next time.
 */
export function oncePerSnapshot<Answer>(
  name: string,
  { scope, at, snapshotId, waivers }: Moment,
  question: () => Promise<Answer>,
): Promise<Answer> {
  const seen = scope.kind === 'everything' ? 'everything' : JSON.stringify([...scope.owners].sort())
  const key = `${name} ${snapshotId} ${waivers} ${isoDate(at)} ${seen}`
  const known = answers.get(key)
  // The key names the question, so what is kept under it is what this question answers.
  if (known) return known as Promise<Answer>
  const answer = question()
  answers.set(key, answer)
  answer.catch(() => answers.delete(key))
  const oldest = answers.keys().next().value
  if (answers.size > most && oldest !== undefined) answers.delete(oldest)
  return answer
}
