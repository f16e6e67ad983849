// Where what an entry is about can be seen today.
import { safeReturnTo } from '#app/_session/return-to.ts'
import { withAsOf } from '#app/_shell/with-as-of.ts'
import { objectHref, vaultHref } from '#app/vaults/search.ts'
import { objectKinds } from '#lib/domain/vault-object.ts'
import type { AuditRow } from '#lib/queries/audit/audit-rows.ts'

type Event = Pick<AuditRow, 'action' | 'subject' | 'detail'>

/** The page of what an entry is about, or null where there is none. Of a file, the page that it was taken from. */
export function subjectHref({ action, subject, detail }: Event, asOf: string | null): string | null {
  if (!subject) return null
  if (action === 'exported') return pageOf(subject)
  if (action.startsWith('snapshot-')) return withAsOf('/snapshots', asOf)
  if (action === 'policy-changed') return withAsOf('/policy', asOf)
  if (action.startsWith('feed-')) return withAsOf('/calendar', asOf)
  if (!action.startsWith('waiver-')) return null
  if (/^\d+ waivers$/.test(subject)) {
    return /^[0-9a-f-]{36}$/.test(detail.batches ?? '') ? withAsOf(`/waivers?batch=${detail.batches}`, asOf) : null
  }
  const [vaultName = '', kindText, ...rest] = subject.split('/')
  const kind = objectKinds.find((one) => one === kindText)
  const name = rest.join('/')
  if (kind && name) return objectHref({ vaultName, kind, name }, asOf)
  return kindText === undefined ? vaultHref(vaultName, asOf) : null
}

/** What follows the page in the address of a file of a part of it. */
const parts = [
  /^(\/snapshots)\/(?:log|coverage|runs)$/,
  /^(\/owners)\/closed$/,
  /^(\/vaults\/[^/]+)\/(?:deleted-objects|objects|readers|refused)$/,
  /^(\/vaults\/[^/]+\/[^/]+\/[^/]+)\/(?:operations|readers|refused|versions)$/,
  /^(\/callers\/[^/]+)\/(?:addresses|operations|refused|throttled)$/,
]

/** An export is recorded by its address, which may be that of the file: a link must not take it out once more. */
function pageOf(address: string): string | null {
  const [path = '', query] = address.split('?')
  const list = path.replace(/\/export\.(csv|json)$/, '')
  const page = parts.flatMap((part) => part.exec(list)?.[1] ?? [])[0] ?? list
  const href = query === undefined ? page : `${page}?${query}`
  // Nothing that was written into the log leads elsewhere.
  const safe = safeReturnTo(href)
  return safe === '/' && href !== '/' ? null : safe
}
