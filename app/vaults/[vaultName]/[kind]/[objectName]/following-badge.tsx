// What a caller does when the object is rotated, as a word and a shape, and what that asks of its people.
import { Badge, type Tone } from '#components/ui/badge.tsx'
import { Icon } from '#components/ui/icon.tsx'
import { UnknownSwatch } from '#components/ui/unknown-mark.tsx'
import type { Following } from '#lib/domain/following.ts'
import { shortId } from './rotation-words.ts'

const looks: Record<Following['how'], { word: string; tone: Tone; path: string | null; means: string }> = {
  pinned: {
    word: 'Names a version',
    tone: 'high',
    path: 'M2 2l6 6M8 2 2 8',
    means: 'must be changed by hand',
  },
  waiting: {
    word: 'Not moved yet',
    tone: 'medium',
    path: 'M5 1.2a3.8 3.8 0 1 1-3.8 3.8M5 2.8V5l1.5 1',
    means: 'last read an older version before its days of grace were over',
  },
  unknown: {
    word: 'Not known',
    tone: 'unknown',
    path: null,
    means: 'what it read is in no list of versions that Kempt has read',
  },
  current: {
    word: 'Reads the current one',
    tone: 'neutral',
    path: 'M1.5 5h7',
    means: 'moves by itself once its cache ends, unless it names this version: no rotation has shown that yet',
  },
  follows: {
    word: 'Follows',
    tone: 'ok',
    path: 'M1.5 5.4 4 8l4.5-6',
    means: 'moves by itself once its cache ends',
  },
}

export function FollowingBadge({ following: { how, versions } }: { following: Following }) {
  const { word, tone, path, means } = looks[how]
  return (
    <>
      <Badge tone={tone} shape={path ? <Icon path={path} size={10} strokeWidth={1.8} /> : <UnknownSwatch />}>
        {word}
      </Badge>
      <div className="mt-0.5 text-soft">
        {versions.length > 0 ? <span className="font-mono text-xs">{versions.map(shortId).join(', ')}</span> : null}
        {versions.length > 0 ? ': ' : ''}
        {means}
      </div>
    </>
  )
}
