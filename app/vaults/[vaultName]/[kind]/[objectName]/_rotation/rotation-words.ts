// What a rotation would do to those who read an object, in one sentence.
import { type Following, followingOf, type MadeVersion } from '#lib/domain/following.ts'
import { count } from '#lib/format/number.ts'
import { shortVersion } from '#lib/format/short-version.ts'
import type { ObjectReader } from '#lib/queries/objects/list-object-readers.ts'
import { coveredSpan, type LogCover } from '../_log/log-words.ts'

export type Follower = ObjectReader & { following: Following }

const turn: readonly Following['how'][] = ['pinned', 'waiting', 'unknown', 'current', 'follows']

/** Those who did read it, whoever needs a hand first. */
export function followersOf(
  readers: readonly ObjectReader[],
  made: readonly MadeVersion[],
  window: { since: Date; graceDays: number },
): Follower[] {
  return readers
    .filter(({ reads }) => reads > 0)
    .map((reader) => ({ ...reader, following: followingOf(reader.versions, made, window) }))
    .sort((one, other) => turn.indexOf(one.following.how) - turn.indexOf(other.following.how))
}

/** `notKnown` says what is not; `text` is then the reason. */
export type RotationVerdict = { notKnown: string | null; text: string }

export function rotationVerdict(followers: readonly Follower[], cover: LogCover): RotationVerdict {
  if (followers.length === 0) {
    return cover.heard === 0
      ? { notKnown: 'Who reads it is not known', text: cover.reason }
      : { notKnown: null, text: `Nobody read it ${coveredSpan(cover)}.` }
  }
  const of = (how: Following['how']) => followers.filter(({ following }) => following.how === how)
  const [follows, current, waiting, unknown, pinned] = (
    ['follows', 'current', 'waiting', 'unknown', 'pinned'] as const
  ).map(of)
  const parts = [
    said(follows, ['follows by itself', 'follow by themselves']),
    said(current, [
      'read the current version only, and follows by itself unless it names that one',
      'read the current version only, and follow by themselves unless they name that one',
    ]),
    said(waiting, ['last read an older version', 'last read an older version']),
    said(unknown, ['read a version that no list shows', 'read versions that no list shows']),
    pinnedText(pinned ?? []),
  ].filter((part) => part !== null)
  const [first = '', ...rest] = parts
  return {
    notKnown: unknown?.length === followers.length ? 'Who follows is not known' : null,
    text: `${[withNoun(first), ...rest].join(', ')}.`,
  }
}

const said = (some: readonly Follower[] | undefined, [one, many]: readonly [string, string]) => {
  const callers = some?.length ?? 0
  return callers > 0 ? `${count(callers)} ${callers === 1 ? one : many}` : null
}

function pinnedText(pinned: readonly Follower[]): string | null {
  if (pinned.length === 0) return null
  const ids = [...new Set(pinned.flatMap(({ following }) => following.versions.map(shortVersion)))]
  const listed = ids.length > 3 ? `${ids.slice(0, 3).join(', ')} and ${count(ids.length - 3)} more` : ids.join(', ')
  const versions = `${ids.length === 1 ? 'version' : 'versions'} ${listed}`
  const when = ids.length === 1 ? 'that version is disabled' : 'those are disabled'
  return pinned.length === 1
    ? `1 names ${versions}: it breaks when ${when}`
    : `${count(pinned.length)} name ${versions}: they break when ${when}`
}

/** The first number says what is counted. */
const withNoun = (part: string) =>
  part.replace(/^([\d,]+) /, (_, number: string) => `${number} ${number === '1' ? 'caller' : 'callers'} `)
