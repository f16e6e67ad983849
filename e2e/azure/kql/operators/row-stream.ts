// Rows that pass one by one. Written as iterators that hand on the step they got: a generator makes a new one for every
// row, and a query has ten operators.
import type { Row } from '../values.ts'

export function mapRows(rows: Iterable<Row>, change: (row: Row) => Row): Iterable<Row> {
  return passing(rows, (from) => {
    const step = from.next()
    if (!step.done) step.value = change(step.value)
    return step
  })
}

export function filterRows(rows: Iterable<Row>, isWanted: (row: Row) => boolean): Iterable<Row> {
  return passing(rows, (from) => {
    let step = from.next()
    while (!step.done && !isWanted(step.value)) step = from.next()
    return step
  })
}

function passing(rows: Iterable<Row>, next: (from: Iterator<Row>) => IteratorResult<Row>): Iterable<Row> {
  return {
    [Symbol.iterator]() {
      const from = rows[Symbol.iterator]()
      return {
        next: () => next(from),
        return: () => from.return?.() ?? { done: true, value: undefined },
      }
    },
  }
}
