// The states of Kempt's own things in words: verdicts, how much of a part was read, how a snapshot ended.
import type { SnapshotStatus } from '#lib/domain/snapshot.ts'
import type { VerdictStatus } from '#lib/domain/verdict.ts'
import { Badge, type Tone } from './badge.tsx'
import { Icon } from './icon.tsx'
import { UnknownSwatch } from './unknown-mark.tsx'

export type ReadStatus = 'read' | 'partly' | 'not'
export type Status = VerdictStatus | ReadStatus | SnapshotStatus

type Look = { word: string; tone: Tone; shape: 'tick' | 'cross' | 'half' | 'ring' | 'dash' | 'hatch' }

const looks: Record<Status, Look> = {
  pass: { word: 'Passes', tone: 'ok', shape: 'tick' },
  fail: { word: 'Fails', tone: 'high', shape: 'cross' },
  unknown: { word: 'Unknown', tone: 'unknown', shape: 'hatch' },
  'not-applicable': { word: 'Does not apply', tone: 'neutral', shape: 'dash' },
  read: { word: 'Read', tone: 'ok', shape: 'tick' },
  partly: { word: 'Partly read', tone: 'medium', shape: 'half' },
  not: { word: 'Not read', tone: 'unknown', shape: 'hatch' },
  running: { word: 'Running', tone: 'accent', shape: 'ring' },
  complete: { word: 'Complete', tone: 'ok', shape: 'tick' },
  partial: { word: 'Partial', tone: 'medium', shape: 'half' },
  failed: { word: 'Failed', tone: 'high', shape: 'cross' },
}

const strokes: Record<Exclude<Look['shape'], 'hatch'>, string> = {
  tick: 'M1.5 5.4 4 8l4.5-6',
  cross: 'M2 2l6 6M8 2 2 8',
  half: 'M5 1.2a3.8 3.8 0 1 1 0 7.6 3.8 3.8 0 0 1 0-7.6ZM5 1.4v7.2M6.8 2.2v5.6',
  ring: 'M5 1.2a3.8 3.8 0 1 1-3.8 3.8',
  dash: 'M1.5 5h7',
}

/** `word` replaces the usual word when the sentence around it needs another ("Passed"). */
export function StatusBadge({ status, word }: { status: Status; word?: string }) {
  const look = looks[status]
  const shape =
    look.shape === 'hatch' ? <UnknownSwatch /> : <Icon path={strokes[look.shape]} size={10} strokeWidth={1.8} />
  return (
    <Badge tone={look.tone} shape={shape}>
      {word ?? look.word}
    </Badge>
  )
}
