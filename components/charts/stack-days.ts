/** Counts of one day, in the order they are stacked from the bottom; null is not known. */
export type DayStack = readonly number[] | null

/** One part of the whole while it stays as it is: days `[from, to)` by their index, heights `[low, high)` in what is counted. */
export type Block = { part: number; from: number; to: number; low: number; high: number }

/**
 * The blocks of stacked days. Every day is flat, because what was read on a day says nothing of the hours between, and days on
 * which a part does not change make one block. A day that is not known has none.
 */
export function stackDays(days: readonly DayStack[], parts: number): Block[] {
  return Array.from({ length: parts }, (_, part) => blocksOf(days, part)).flat()
}

function blocksOf(days: readonly DayStack[], part: number): Block[] {
  const blocks: Block[] = []
  for (const [day, stack] of days.entries()) {
    if (!stack?.[part]) continue
    const low = stack.slice(0, part).reduce((sum, value) => sum + value, 0)
    const block = { part, from: day, to: day + 1, low, high: low + stack[part] }
    const last = blocks.at(-1)
    if (last && last.to === day && last.low === low && last.high === block.high) last.to = day + 1
    else blocks.push(block)
  }
  return blocks
}

/** The stretches of days that are not known: half-open, by the index of the day. */
export function unknownDays(days: readonly DayStack[]): { from: number; to: number }[] {
  const gaps: { from: number; to: number }[] = []
  for (const [day, stack] of days.entries()) {
    if (stack) continue
    const last = gaps.at(-1)
    if (last && last.to === day) last.to = day + 1
    else gaps.push({ from: day, to: day + 1 })
  }
  return gaps
}
