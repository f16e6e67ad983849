/** The rows of a CSV file (RFC 4180) by the names in its first line. */
export function readCsv(text: string): Record<string, string>[] {
  const [header = [], ...rows] = linesOf(text)
  return rows.map((cells) => Object.fromEntries(header.map((name, place) => [name, cells[place] ?? ''])))
}

function linesOf(text: string): string[][] {
  const lines: string[][] = [[]]
  for (const [, quoted, plain, end] of text.matchAll(/(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r?\n|$)/g)) {
    lines.at(-1)?.push(quoted?.replaceAll('""', '"') ?? plain ?? '')
    if (end !== ',') lines.push([])
  }
  return lines.filter((cells) => cells.some((cell) => cell !== ''))
}
