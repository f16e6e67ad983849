// Before the first snapshot nothing is known of anybody, good or bad.
import { Card } from '#components/ui/card.tsx'
import { EmptyState } from '#components/ui/empty-state.tsx'

export function NothingReadYet({ asOf }: { asOf: string | null }) {
  return (
    <Card title="Owners">
      <EmptyState
        title={asOf ? `Kempt had not looked by ${asOf}` : 'Kempt has not looked yet'}
        action={{ href: '/snapshots', label: 'Go to Snapshots' }}
      >
        Who owns what is read from the tags in the first snapshot. Until then nothing is known.
      </EmptyState>
    </Card>
  )
}
