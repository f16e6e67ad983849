// Said above whatever rests on the access log: the days it does not cover, and why.
import { UnknownMark } from '#components/ui/unknown-mark.tsx'
import { type LogCover, uncoveredText } from './log-words.ts'

/** Nothing while every day is covered. */
export function UncoveredLine({ cover, className = '' }: { cover: LogCover; className?: string }) {
  const text = uncoveredText(cover)
  return text ? (
    <p className={`text-table ${className}`}>
      <UnknownMark word="Not covered">{text}</UnknownMark>
    </p>
  ) : null
}
