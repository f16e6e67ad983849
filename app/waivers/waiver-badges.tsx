// The states of a waiver in words and a shape each.
import { Badge, type Tone } from '#components/ui/badge.tsx'
import { Icon } from '#components/ui/icon.tsx'
import type { WaiverState } from '#lib/domain/waiver.ts'
import { isoDate } from '#lib/format/date.ts'
import { stateWords } from './words.ts'

const shield = 'M5 .8 8.8 2.2v3C8.8 7.2 7.2 8.6 5 9.3 2.8 8.6 1.2 7.2 1.2 5.2v-3L5 .8Z'

const looks: Record<WaiverState, { tone: Tone; path: string }> = {
  asked: { tone: 'accent', path: 'M5 1.2a3.8 3.8 0 1 1 0 7.6 3.8 3.8 0 0 1 0-7.6ZM5 3v2.2l1.4.9' },
  'in-force': { tone: 'ok', path: shield },
  ended: { tone: 'neutral', path: 'M1.5 5h7' },
  declined: { tone: 'high', path: 'M2 2l6 6M8 2 2 8' },
  withdrawn: { tone: 'neutral', path: 'M4 2 1.5 4.5 4 7M1.5 4.5H6a2.5 2.5 0 0 1 0 4' },
}

export function WaiverStateBadge({ state }: { state: WaiverState }) {
  const { tone, path } = looks[state]
  return (
    <Badge tone={tone} shape={<Icon path={path} size={10} strokeWidth={1.5} />}>
      {stateWords[state]}
    </Badge>
  )
}

/** `until` is the last day in force. */
export function WaivedBadge({ until }: { until: Date }) {
  return (
    <Badge tone="neutral" shape={<WaivedShape />}>
      Waived until {isoDate(until)}
    </Badge>
  )
}

/** A shield; decoration, so a word has to stand beside it. */
export function WaivedShape() {
  return <Icon path={shield} size={10} strokeWidth={1.3} />
}
