import { expect, test } from 'vitest'
import { columns, readerExport } from './reader-export.ts'

const at = (text: string) => new Date(`${text}T09:00:00Z`)
const version = 'a'.repeat(32)
const reader = {
  ...{ identity: 'id-1', name: 'web', kind: 'application' as const, resourceId: null, hostId: null, reads: 4 },
  ...{ lastReadAt: at('2026-11-20'), denied: 0, throttled: 1, addresses: ['20.0.0.1', '20.0.0.2'], busiest: null },
  ...{ needless: null, versions: [{ version, firstReadAt: at('2026-11-02'), lastReadAt: at('2026-11-20') }] },
}
const asked = {
  cover: { days: 31, heard: 20, sinceOn: '2026-10-24', reason: '' },
  made: [{ version, createdAt: at('2026-11-01') }],
  ...{ since: at('2026-10-24'), graceDays: 7 },
}
const object = { vaultName: 'kv-shop', kind: 'secret' as const, name: 'stripe' }

test('a row of the file has every column, with whole ids and out of how many days it counts', () => {
  const row = readerExport(object, reader, asked)
  expect(Object.keys(row)).toEqual([...columns])
  expect(row).toMatchObject({
    versions: version,
    days_covered: '20 of 31',
    on_rotation: 'current',
    needless_reads: null,
  })
})

test('whoever was never let in follows nothing', () => {
  expect(readerExport(object, { ...reader, reads: 0, versions: [] }, asked).on_rotation).toBeNull()
})
