// One vault that everybody throws everything into: a thousand secrets, each without an expiry.
import type { Arrangement } from '../arranging/stories-in.ts'
import { from, withoutEnd } from './without-end.ts'

export const fullVault = 'kv-everything-in-here'
export const secrets = 1000

export const thousandFindings: Arrangement = {
  async arrange({ azure, takeSnapshot }) {
    azure.azure.organization.amend({
      kind: 'vault',
      from,
      vault: { name: fullVault },
      objects: Array.from({ length: secrets }, (_, index) =>
        withoutEnd('secret', `left-here-${String(index + 1).padStart(4, '0')}`),
      ),
    })
    await takeSnapshot()
  },
}
