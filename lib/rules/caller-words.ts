import { shortList } from './short-list.ts'

/** The names of callers in order, each once: two that have one name are one to whoever reads it. Some have none. */
export const callerNames = (callers: readonly string[]): string[] =>
  [...new Set(callers.map((caller) => caller.trim() || 'one without a name'))].sort()

/** "2 callers: billing, shop-api". */
export const callersText = (names: readonly string[]): string =>
  `${names.length} ${names.length === 1 ? 'caller' : 'callers'}: ${shortList(names)}`
