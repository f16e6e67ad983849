import type { VaultObject } from '../../azure/organization/organization.ts'

/** Since when it has stood there. */
export const from = new Date('2026-11-01T08:00:00Z')

type Besides = { tags?: Record<string, string>; contentType?: string }

/** An object with one version that never expires: exactly that is wrong with it, unless its kind cannot fail so. */
export const withoutEnd = (
  kind: VaultObject['kind'],
  name: string,
  { tags = {}, contentType = 'text/plain' }: Besides = {},
) => ({
  kind,
  name,
  versions: [
    {
      id: '0123456789abcdef0123456789abcdef',
      createdAt: from,
      updatedAt: from,
      enabled: true,
      notBeforeAt: null,
      expiresAt: null,
      contentType: kind === 'secret' ? contentType : null,
      tags,
    },
  ],
})
