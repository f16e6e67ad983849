const batchRows = 1000

/**
 * Hands the rows of a list to `take`, a page at a time, until there are none: for lists that are read as of one instant, whose
 * rows stay what they were. `list` gives one page of them, from 1.
 */
export async function pageByPage<Row>(
  list: (page: number, pageSize: number) => Promise<{ rows: readonly Row[] }>,
  take: (rows: readonly Row[]) => Promise<void>,
): Promise<void> {
  for (let page = 1; ; page += 1) {
    const { rows } = await list(page, batchRows)
    if (rows.length > 0) await take(rows)
    if (rows.length < batchRows) return
  }
}
