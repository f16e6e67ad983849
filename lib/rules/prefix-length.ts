const octet = '(?:25[0-5]|2[0-4]\\d|1?\\d?\\d)'
const range = new RegExp(`^(?:${octet}\\.){3}${octet}(?:/(\\d|[12]\\d|3[0-2]))?$`)

/** Length of an IPv4 range's prefix, 0 to 32: an address alone is a range of one. Null when the text is no IPv4 range. */
export function prefixLength(text: string): number | null {
  const match = range.exec(text.trim())
  return match ? Number(match[1] ?? 32) : null
}
