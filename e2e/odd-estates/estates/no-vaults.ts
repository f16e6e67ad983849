import type { Arrangement } from '../arranging/stories-in.ts'

/** A snapshot was taken, and Resource Graph knew of no vault. */
export const noVaults: Arrangement = { arrange: ({ takeSnapshot }) => takeSnapshot() }
