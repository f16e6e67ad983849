import { waiverDays } from '#lib/commands/waiver-terms.ts'
import { addDays, isoDate } from '#lib/format/date.ts'
import type { WaiverFormDays } from './waiver-form.tsx'

/** Long enough to mend most things, short enough to be looked at again. */
const usualDays = 90

/** The days a form offers: the first and the last one allowed, and the one it proposes. */
export function formDays(now: Date): WaiverFormDays {
  const { firstOn, lastOn } = waiverDays(now)
  return { firstOn: isoDate(firstOn), lastOn: isoDate(lastOn), usualOn: isoDate(addDays(firstOn, usualDays)) }
}
