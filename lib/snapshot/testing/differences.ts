/** Lines of two memories that are not in the other one, marked and named by their table; none when they are equal. */
export function differences(before: Record<string, string[]>, after: Record<string, string[]>): string[] {
  const tables = [...new Set([...Object.keys(before), ...Object.keys(after)])].sort()
  return tables.flatMap((table) => {
    const [was, is] = [before[table] ?? [], after[table] ?? []]
    return [
      ...without(was, is).map((line) => `- ${table} ${line}`),
      ...without(is, was).map((line) => `+ ${table} ${line}`),
    ]
  })
}

/** A line that is there twice counts twice. */
function without(lines: readonly string[], others: readonly string[]): string[] {
  const left = new Map<string, number>()
  for (const line of others) left.set(line, (left.get(line) ?? 0) + 1)
  return lines.filter((line) => {
    const count = left.get(line) ?? 0
    left.set(line, count - 1)
    return count < 1
  })
}
