// A kind of operation, and how it ended, each as a word and a shape.
import { Badge, type Tone } from '#components/ui/badge.tsx'
import { Icon } from '#components/ui/icon.tsx'
import type { SensitiveKind } from '#lib/domain/sensitive-operations.ts'
import type { OperationOutcome } from '#lib/queries/operations/operation-filter.ts'
import { operationWords, outcomeWords } from './words.ts'

const looks: Record<SensitiveKind, { tone: Tone; stroke: string }> = {
  purged: { tone: 'high', stroke: 'M2 2l6 6M8 2 2 8' },
  deleted: { tone: 'medium', stroke: 'M1.5 5h7' },
  'backed-up': { tone: 'accent', stroke: 'M5 1.2v5M2.8 4.2 5 6.4l2.2-2.2M1.6 8.8h6.8' },
  restored: { tone: 'accent', stroke: 'M5 6.4v-5M2.8 3.4 5 1.2l2.2 2.2M1.6 8.8h6.8' },
  recovered: { tone: 'neutral', stroke: 'M3.6 1.6 1.4 3.8l2.2 2.2M1.6 3.8h4.2a2.3 2.3 0 0 1 0 4.6H3' },
  'settings-changed': { tone: 'neutral', stroke: 'M1.6 8.4l.5-2 4.6-4.6 1.5 1.5-4.6 4.6-2 .5Z' },
}

const endings: Record<OperationOutcome, { tone: Tone; stroke: string }> = {
  done: { tone: 'neutral', stroke: 'M1.5 5.4 4 8l4.5-6' },
  refused: { tone: 'medium', stroke: 'M5 1.2a3.8 3.8 0 1 1 0 7.6 3.8 3.8 0 0 1 0-7.6ZM2.4 7.6l5.2-5.2' },
  failed: { tone: 'low', stroke: 'M5 1.4v4.4M5 8.2v.2' },
}

export function OperationShape({ kind }: { kind: SensitiveKind }) {
  return <Icon path={looks[kind].stroke} size={10} strokeWidth={1.4} />
}

export function OperationBadge({ kind }: { kind: SensitiveKind }) {
  return (
    <Badge tone={looks[kind].tone} shape={<OperationShape kind={kind} />}>
      {operationWords[kind]}
    </Badge>
  )
}

export function OutcomeBadge({ outcome }: { outcome: OperationOutcome }) {
  const { tone, stroke } = endings[outcome]
  return (
    <Badge tone={tone} shape={<Icon path={stroke} size={10} strokeWidth={1.6} />}>
      {outcomeWords[outcome]}
    </Badge>
  )
}

/** Before what deserves a look; the words stand beside it. */
export function LookShape() {
  return <Icon path="M2 9V1.2h6L6.6 3.4 8 5.6H2" size={10} strokeWidth={1.4} />
}
