// What a caller does when the object is rotated, as a word and a shape, and what that asks of its people.
import { Badge, type Tone } from '#components/ui/badge.tsx'
import { Icon } from '#components/ui/icon.tsx'
import { UnknownSwatch } from '#components/ui/unknown-mark.tsx'
import { VersionIds } from '#components/ui/version-id.tsx'
import type { Following } from '#lib/domain/following.ts'

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
    means: 'last read before its days of grace were over',
  },
  unknown: {
    word: 'Not known',
    tone: 'unknown',
    path: null,
    means: 'what it read is in no list that Kempt has read',
  },
  current: {
    word: 'Reads the current one',
    tone: 'neutral',
    path: 'M1.5 5h7',
    means: 'follows by itself, unless it names this one',
  },
  follows: {
    word: 'Follows',
    tone: 'ok',
    path: 'M1.5 5.4 4 8l4.5-6',
    means: 'moves by itself once its cache ends',
  },
}

/** Side by side where there is room. */
export function FollowingBadge({ following: { how, versions } }: { following: Following }) {
  const { word, tone, path, means } = looks[how]
  return (
    <div className="flex flex-wrap items-baseline gap-x-2 gap-y-0.5">
      <Badge tone={tone} shape={path ? <Icon path={path} size={10} strokeWidth={1.8} /> : <UnknownSwatch />}>
        {word}
      </Badge>
      <span className="text-soft">
        {versions.length > 0 ? (
          <>
            <VersionIds versions={versions} most={3} />:{' '}
          </>
        ) : null}
        {means}
      </span>
    </div>
  )
}
