// One vault with three secrets, of which one never expires: the smallest estate that has anything to say.
import type { Arrangement } from '../arranging/stories-in.ts'
import { from, withoutEnd } from './without-end.ts'

export const theVault = 'kv-the-only-one'
export const theSecret = 'made-without-an-end'

export const oneVault: Arrangement = {
  async arrange({ azure, takeSnapshot }) {
    azure.azure.organization.amend({
      kind: 'vault',
      from,
      vault: { name: theVault },
      objects: [{ name: 'smtp-password' }, { name: 'api-key' }, withoutEnd('secret', theSecret)],
    })
    await takeSnapshot()
  },
}
