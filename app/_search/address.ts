/** An address with its parameters in order; what is null is default, and stays out of it. */
export function addressOf(path: string, entries: readonly (readonly [name: string, value: string | null])[]): string {
  const given = entries.flatMap(([name, value]) => (value === null ? [] : [[name, value]]))
  const query = new URLSearchParams(given)
  return query.size > 0 ? `${path}?${query}` : path
}

/** One parameter for each of several values. */
export const repeated = (name: string, values: readonly string[]) => values.map((value) => [name, value] as const)
