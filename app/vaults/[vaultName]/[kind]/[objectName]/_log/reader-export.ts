// One reader of an object as a row of a file.
import type { FileRow } from '#app/_export/table-file.ts'
import { attachedText } from '#app/callers/attached-to.ts'
import { followingOf, type MadeVersion } from '#lib/domain/following.ts'
import type { ObjectDetail } from '#lib/queries/objects/get-object.ts'
import type { ObjectReader } from '#lib/queries/objects/list-object-readers.ts'
import { objectCells } from '../object-cells.ts'
import type { LogCover } from './log-words.ts'

export const columns = [
  'vault',
  'kind',
  'name',
  'caller',
  'caller_id',
  'caller_kind',
  'attached_to',
  'resource_id',
  'host_id',
  'on_rotation',
  'reads',
  'since',
  'days_covered',
  'last_read_at',
  'versions',
  'addresses',
  'most_in_eight_hours',
  'needless_reads',
  'denied',
  'throttled',
] as const

type Asked = { cover: LogCover; made: readonly MadeVersion[]; since: Date; graceDays: number }

/** `on_rotation` is empty for whoever was never let in; `days_covered` says out of how many days the counts are. */
export function readerExport(
  object: Pick<ObjectDetail, 'vaultName' | 'kind' | 'name'>,
  reader: ObjectReader,
  { cover, made, since, graceDays }: Asked,
): FileRow {
  return {
    ...objectCells(object),
    caller: reader.name,
    caller_id: reader.identity,
    caller_kind: reader.kind,
    attached_to: attachedText(reader),
    resource_id: reader.resourceId,
    host_id: reader.hostId,
    on_rotation: reader.reads > 0 ? followingOf(reader.versions, made, { since, graceDays }).how : null,
    reads: reader.reads,
    since: cover.sinceOn,
    days_covered: `${cover.heard} of ${cover.days}`,
    last_read_at: reader.lastReadAt?.toISOString() ?? null,
    versions: reader.versions.map(({ version }) => version).join(' '),
    addresses: reader.addresses.join(' '),
    most_in_eight_hours: reader.busiest,
    needless_reads: reader.needless,
    denied: reader.denied,
    throttled: reader.throttled,
  } satisfies Record<(typeof columns)[number], unknown>
}
