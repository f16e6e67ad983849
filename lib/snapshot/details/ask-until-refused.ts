import pLimit from 'p-limit'
import type { Observed, UnreadCode, UnreadReason } from '#lib/domain/observed.ts'

/** Calls of one vault that are under way at a time; other vaults fill the connections. */
const callsAtOnce = 4

/**
 * Asks per object, a few at a time, until a refusal that is about the vault: it would be repeated for each of a thousand
 * objects, in every run. The rest have the same reason then.
 */
export function askUntilRefused() {
  const refusals = new Map<string, UnreadReason>()
  const atOnce = pLimit(callsAtOnce)
  return <T>(question: string, ask: () => Promise<Observed<T>>): Promise<Observed<T>> =>
    atOnce(async () => {
      const refusal = refusals.get(question)
      if (refusal) return { status: 'not', reason: refusal }
      const answer = await ask()
      if (answer.status === 'not' && isAboutTheVault(answer.reason.code)) refusals.set(question, answer.reason)
      return answer
    })
}

const isAboutTheVault = (code: UnreadCode) => code.startsWith('forbidden')
