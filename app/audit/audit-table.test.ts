// What a row of the audit log says, and what it never says.
import { createElement } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import type { View } from '#app/view.ts'
import { type AuditRow, toAuditRow } from '#lib/queries/audit/audit-rows.ts'
import { AuditTable } from './audit-table.tsx'
import { auditExport } from './export-row.ts'
import { defaultAudit } from './search.ts'

const row = (line: { action: string; subject?: string; actor?: string; detail?: Record<string, unknown> }): AuditRow =>
  toAuditRow({
    id: 7,
    at: new Date('2026-11-23T06:15:00Z'),
    actor: 'ana@halden.example',
    object_id: 'oid-ana',
    subject: null,
    detail: {},
    ...line,
  })

// The table asks nothing but the day of a view.
const html = (one: AuditRow) =>
  renderToStaticMarkup(createElement(AuditTable, { view: { asOf: null } as View, search: defaultAudit, rows: [one] }))

const textOf = (markup: string) =>
  markup
    .replaceAll('<wbr/>', '')
    .replaceAll(/<[^>]+>/g, ' ')
    .replaceAll(/\s+/g, ' ')

test('a row says when, who, what and to what, and folds the rest', () => {
  const markup = html(
    row({
      action: 'waiver-declined',
      subject: 'kv-shop/secret/stripe',
      detail: { note: 'دوّرها 🔑', rules: 'secret-expired' },
    }),
  )
  expect(textOf(markup)).toContain('2026-11-23 06:15 UTC ana@halden.example Declined a waiver kv-shop/secret/stripe')
  expect(markup).toContain('href="/vaults/kv-shop/secret/stripe"')
  expect(markup).toContain('href="/audit?person=ana%40halden.example"')
  expect(markup).toContain('<span dir="auto">دوّرها 🔑</span>')
  expect(markup).not.toContain('<details open')
})

test('an address is shown as it is read, and one that is none is no link', () => {
  const markup = html(row({ action: 'exported', subject: '/findings?tag=Zweck%3Da+b', detail: { format: 'csv' } }))
  expect(textOf(markup)).toContain('Exported At risk as CSV /findings?tag=Zweck=a b')
  expect(html(row({ action: 'exported', subject: '/findings?q=%E0%A4%A' }))).toContain('%E0%A4%A')
  expect(html(row({ action: 'exported', subject: '//evil.example/' }))).not.toContain('href="//')
})

test('nothing of a detail that is not named is shown or exported', () => {
  const one = row({
    action: 'feed-made',
    detail: { secret: 'hunter2', link: 'https://kempt/feed/hunter2', tenantId: 't' },
  })
  expect(html(one)).not.toContain('hunter2')
  expect(JSON.stringify(auditExport(one))).not.toContain('hunter2')
})

test('markup in what was typed is text', () => {
  const markup = html(
    row({ action: 'policy-changed', actor: '<img src=x>', subject: '<b>x</b>', detail: { note: '<i>' } }),
  )
  expect(markup).not.toMatch(/<(img|b|i)[ >]/)
})
