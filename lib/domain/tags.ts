/** Azure tags. Names are case-insensitive in Azure but come back in whatever case they were typed. */
export type Tags = Readonly<Record<string, string>>

/** The value of the first of `names` that is present and not blank, whatever the case of the tag's name; else null. */
export function tagValue(tags: Tags, names: readonly string[]): string | null {
  for (const wanted of names) {
    for (const [name, value] of Object.entries(tags)) {
      if (name.toLowerCase() === wanted.toLowerCase() && value.trim() !== '') return value.trim()
    }
  }
  return null
}
