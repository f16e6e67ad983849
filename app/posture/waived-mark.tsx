// What fails and was accepted until a date: counted apart, and said to be so.
import { WaivedShape } from '#app/waivers/waiver-badges.tsx'
import { count } from '#lib/format/number.ts'

/** "12 waived". */
export function WaivedMark({ value }: { value: number }) {
  return (
    <span className="inline-flex items-baseline gap-1.5 text-soft">
      <WaivedShape />
      <span className="font-medium whitespace-nowrap">{count(value)} waived</span>
    </span>
  )
}
