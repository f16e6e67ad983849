// Remembers the last few answers of a pure function, so that a page after a page does not compute the vault again.

/** Answers kept until their weights sum up to more than `capacity`; the one not asked for longest goes first. */
export function boundedMemo<Answer>(capacity: number, weigh: (answer: Answer) => number = () => 1) {
  const kept = new Map<string, Answer>()
  let weight = 0
  return {
    get(key: string, compute: () => Answer): Answer {
      const known = kept.get(key)
      if (known !== undefined) {
        kept.delete(key)
        kept.set(key, known)
        return known
      }
      const answer = compute()
      kept.set(key, answer)
      weight += weigh(answer)
      for (const [oldest, dropped] of kept) {
        if (weight <= capacity || oldest === key) break
        kept.delete(oldest)
        weight -= weigh(dropped)
      }
      return answer
    },
    clear() {
      kept.clear()
      weight = 0
    },
  }
}
