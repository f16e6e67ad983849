import { createElement } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import { ColumnChoice } from './column-choice.tsx'
import { type Column, DataTable } from './data-table.tsx'

type Row = { name: string; kind: string; size: number }

const columns: Column<Row>[] = [
  { key: 'name', header: 'Name', cell: ({ name }) => name, sortable: true },
  { key: 'kind', header: 'Kind', cell: ({ kind }) => kind },
  { key: 'size', header: 'Size', cell: ({ size }) => size, sortable: true },
]

const table = (shown?: readonly string[]) =>
  renderToStaticMarkup(
    createElement(DataTable<Row>, {
      caption: 'Things',
      columns,
      rows: [{ name: 'one', kind: 'key', size: 7 }],
      rowKey: ({ name }) => name,
      sorting: { key: 'size', direction: 'desc', hrefFor: (key) => `/things?sort=${key}` },
      ...(shown ? { shown } : {}),
    }),
  )

const choice = (shown: readonly string[]) =>
  renderToStaticMarkup(
    createElement(ColumnChoice, {
      action: '/things',
      keep: [
        ['kind', 'key'],
        ['kind', 'secret'],
      ],
      columns,
      shown,
      allHref: '/things?kind=key',
      sortedBy: 'size',
    }),
  )

const heads = (html: string) => [...html.matchAll(/<th scope="col"[^>]*>(?:<a[^>]*>)?(\w+)/g)].map(([, head]) => head)

test('only the columns that are shown are in the table, and always the one that names the row', () => {
  expect(heads(table())).toEqual(['Name', 'Kind', 'Size'])
  expect(heads(table(['size', 'name']))).toEqual(['Name', 'Size'])
  expect(heads(table(['kind']))).toEqual(['Name', 'Kind'])
  expect(heads(table([]))).toEqual(['Name'])
  expect(table(['kind'])).toContain('<th scope="row" role="rowheader">one</th>')
})

test('a table may be sorted by a column that is not shown, and the choice says so', () => {
  expect(table(['name', 'size'])).toContain('aria-sort="descending"')
  expect(table(['name'])).not.toContain('aria-sort')
  expect(choice(['name'])).toContain('Sorted by “Size”, which is not shown')
  expect(choice(['name', 'size'])).not.toContain('Sorted by')
})

test('the form keeps the rest of the view, and the name of the row cannot be taken away', () => {
  const html = choice(['name', 'kind'])
  expect(html).toContain('Columns: 2 of 3')
  expect(html).toContain(
    '<input type="hidden" name="kind" value="key"/><input type="hidden" name="kind" value="secret"/>',
  )
  expect(html).toContain('<input type="hidden" name="columns" value="name"/>')
  expect(html).toMatch(/<input type="checkbox"[^>]*disabled=""[^>]*\/><span>Name, always shown/)
  expect(html).toMatch(/<input type="checkbox"[^>]*name="columns"[^>]*checked=""[^>]*value="kind"/)
  expect(html).not.toMatch(/checked=""[^>]*value="size"/)
  expect(html).toContain('Exports always hold every column.')
})

test('the way back to all columns is there only while some are not shown', () => {
  expect(choice(['name'])).toContain('href="/things?kind=key"')
  expect(choice(['name', 'kind', 'size'])).not.toContain('Show every column')
})
