// A place on a page for one card that reads on its own: waiting, there, or failed, without touching its neighbours.
import { type ReactNode, Suspense } from 'react'
import { CardBoundary } from './card-boundary.tsx'
import { CardWaiting } from './card-waiting.tsx'

type CardSlotProps = { title: string; height?: 'low' | 'usual' | 'high'; className?: string; children: ReactNode }

/** `className` places the slot in the page's grid. */
export function CardSlot({ title, height = 'usual', className = '', children }: CardSlotProps) {
  return (
    <div className={`grid min-w-0 ${className}`}>
      <CardBoundary title={title}>
        <Suspense fallback={<CardWaiting title={title} height={height} />}>{children}</Suspense>
      </CardBoundary>
    </div>
  )
}
