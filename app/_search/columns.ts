// Which columns of a table are shown, in its address. The first of all of them names the row: it is always there. All of them are
// the usual view, which needs no parameter.
import { repeated } from './address.ts'
import { type SearchParams, someOf } from './params.ts'

/** The columns that a parameter names, in the order of the table; all of them when it names none that there is. */
export function columnsIn<Key extends string>(value: SearchParams[string], all: readonly Key[]): readonly Key[] {
  const chosen = someOf(value, all)
  return chosen.length === 0 ? all : all.filter((key, place) => place === 0 || chosen.includes(key))
}

/** The same as parameters of an address. */
export const columnEntries = (shown: readonly string[], all: readonly string[]) =>
  isUsual(shown, all) ? [] : repeated('columns', shown)

/** The same as the one value of a hidden field. */
export const columnsField = (shown: readonly string[], all: readonly string[]) =>
  isUsual(shown, all) ? undefined : shown.join(',')

/**
 * What the form of columns sends along: all of a view but its columns, from its first page. The empty page is what makes the
 * address that comes back the short one, as with every form.
 */
export const besideColumns = (href: string): [name: string, value: string][] => [
  ...[...new URL(href, 'http://own.invalid').searchParams].filter(([name]) => name !== 'columns' && name !== 'page'),
  ['page', ''],
]

const isUsual = (shown: readonly string[], all: readonly string[]) => all.every((key) => shown.includes(key))
