import { type Tags, tagValue } from './tags.ts'

/** The application the nearest tag names, in lower case so that "Orders" and "orders" are one; null when none is named. */
export function applicationOf(tagLevels: readonly Tags[]): string | null {
  for (const tags of tagLevels) {
    const value = tagValue(tags, ['application', 'app'])
    if (value) return value.toLowerCase()
  }
  return null
}
