// A snapshot was taken, and Azure told of no vault: said as what it most likely is, a role that is missing.
import type { View } from '#app/view.ts'
import { EmptyState } from '#components/ui/empty-state.tsx'
import { withAsOf } from './with-as-of.ts'

export function NoVaultFound({ view: { asOf } }: { view: View }) {
  return (
    <EmptyState title="No vault was found" action={{ href: withAsOf('/snapshots', asOf), label: 'Go to Snapshots' }}>
      Kempt finds vaults through Azure Resource Graph. The identity it runs as needs the Reader role where the vaults
      are.
    </EmptyState>
  )
}
