import { expect, test } from 'vitest'
import { freshDatabase } from '#e2e/database/fresh-database.ts'

const line = { at: new Date('2026-11-23T06:15:00Z'), actor: 'lea@halden.example', action: 'exported', detail: {} }

test.each([
  'update audit_event set actor = $$nobody$$',
  'update audit_event set actor = $$nobody$$ where false',
  'delete from audit_event',
  'truncate audit_event',
  'truncate audit_event cascade',
])('the database itself refuses: %s', async (statement) => {
  const db = await freshDatabase()
  await db.auditEvent.create({ data: line })
  await expect(db.$executeRawUnsafe(statement)).rejects.toThrow('The audit log is only ever added to.')
  expect(await db.auditEvent.findMany()).toMatchObject([line])
})

test('what the commands of Prisma would do to a line is refused as well, and another line is added all the same', async () => {
  const db = await freshDatabase()
  const { id } = await db.auditEvent.create({ data: line })
  await expect(db.auditEvent.update({ where: { id }, data: { actor: 'nobody' } })).rejects.toThrow('only ever added to')
  await expect(db.auditEvent.delete({ where: { id } })).rejects.toThrow('only ever added to')
  await expect(db.auditEvent.upsert({ where: { id }, create: line, update: { actor: 'x' } })).rejects.toThrow()
  await db.auditEvent.create({ data: line })
  expect(await db.auditEvent.count()).toBe(2)
})
