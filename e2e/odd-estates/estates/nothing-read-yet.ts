import type { Arrangement } from '../arranging/stories-in.ts'

/** Kempt was started a minute ago, and nobody has asked it for anything. */
export const nothingReadYet: Arrangement = { arrange: async () => {} }
