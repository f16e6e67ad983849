import type { ObjectVersion } from '#lib/domain/vault-object.ts'
import { daysAgo, inDays } from './now.ts'

/** The current version of the example's objects, except what is said. Its id begins with `id`. */
export const aVersion = ({
  id = 'c0ffee00',
  ...said
}: Partial<ObjectVersion> & { id?: string } = {}): ObjectVersion => ({
  version: id.padEnd(32, '0'),
  enabled: true,
  notBeforeAt: null,
  expiresAt: inDays(50),
  createdAt: daysAgo(10),
  updatedAt: daysAgo(10),
  ...said,
})
