// A kind of change as a word and a shape.
import { Badge, type Tone } from '#components/ui/badge.tsx'
import { Icon } from '#components/ui/icon.tsx'
import { UnknownSwatch } from '#components/ui/unknown-mark.tsx'
import type { ChangeKind } from '#lib/queries/changes/change-filter.ts'
import { changeWords } from './words.ts'

const strokes = {
  cross: 'M2 2l6 6M8 2 2 8',
  tick: 'M1.5 5.4 4 8l4.5-6',
  plus: 'M5 1.5v7M1.5 5h7',
  minus: 'M1.5 5h7',
  back: 'M3.6 1.6 1.4 3.8l2.2 2.2M1.6 3.8h4.2a2.3 2.3 0 0 1 0 4.6H3',
  round: 'M8.4 5A3.4 3.4 0 1 1 7.2 2.4M7.4.8v1.8H5.6',
  right: 'M1.5 5h6.6M5.6 2.4 8.2 5 5.6 7.6',
  pen: 'M1.6 8.4l.5-2 4.6-4.6 1.5 1.5-4.6 4.6-2 .5Z',
  person: 'M5 1.4a1.7 1.7 0 1 1 0 3.4 1.7 1.7 0 0 1 0-3.4ZM1.8 8.8c.3-1.9 1.5-2.9 3.2-2.9s2.9 1 3.2 2.9',
  shield: 'M5 1 8.4 2.4v2.4C8.4 7 7 8.3 5 9 3 8.3 1.6 7 1.6 4.8V2.4L5 1Z',
} as const

const looks: Record<ChangeKind, { tone: Tone; shape: keyof typeof strokes | 'hatch' }> = {
  failing: { tone: 'high', shape: 'cross' },
  fixed: { tone: 'ok', shape: 'tick' },
  unreadable: { tone: 'unknown', shape: 'hatch' },
  readable: { tone: 'ok', shape: 'tick' },
  new: { tone: 'accent', shape: 'plus' },
  gone: { tone: 'neutral', shape: 'minus' },
  recovered: { tone: 'accent', shape: 'back' },
  rotated: { tone: 'ok', shape: 'round' },
  extended: { tone: 'medium', shape: 'right' },
  edited: { tone: 'neutral', shape: 'pen' },
  settings: { tone: 'neutral', shape: 'pen' },
  owner: { tone: 'neutral', shape: 'person' },
  waived: { tone: 'medium', shape: 'shield' },
  'waiver-ended': { tone: 'neutral', shape: 'shield' },
}

export function ChangeShape({ change }: { change: ChangeKind }) {
  const { shape } = looks[change]
  return shape === 'hatch' ? <UnknownSwatch /> : <Icon path={strokes[shape]} size={10} strokeWidth={1.4} />
}

export function ChangeBadge({ change }: { change: ChangeKind }) {
  return (
    <Badge tone={looks[change].tone} shape={<ChangeShape change={change} />}>
      {changeWords[change]}
    </Badge>
  )
}
