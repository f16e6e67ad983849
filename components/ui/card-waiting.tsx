// What stands in a card's place while its query runs: same title, about the same height, so that nothing jumps.
import { Card } from './card.tsx'

const heights = { low: 'h-24', usual: 'h-48', high: 'h-80' }

export function CardWaiting({
  title,
  height = 'usual',
  className = '',
}: {
  title: string
  height?: keyof typeof heights
  className?: string
}) {
  return (
    <Card title={title} className={className}>
      <div aria-busy="true" className={`${heights[height]} rounded-md bg-sunken motion-safe:animate-pulse`}>
        <span className="sr-only">Being read</span>
      </div>
    </Card>
  )
}
