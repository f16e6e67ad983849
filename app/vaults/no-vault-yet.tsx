// Why no vault is known: nobody has looked, Azure told of none, or none is of whoever looks.
import { NothingReadYet } from '#app/_shell/nothing-read-yet.tsx'
import { NoVaultFound } from '#app/_shell/no-vault-found.tsx'
import { standingOf } from '#app/_shell/standing-of.ts'
import { NothingNamesYou } from '#app/mine/nothing-names-you.tsx'
import type { View } from '#app/view.ts'

export async function NoVaultYet({ view }: { view: View }) {
  if (!(await standingOf(view))) {
    return (
      <NothingReadYet view={view}>
        The first snapshot finds every vault that the identity of Kempt may see.
      </NothingReadYet>
    )
  }
  return view.scope.kind === 'owned' ? <NothingNamesYou view={view} /> : <NoVaultFound view={view} />
}
