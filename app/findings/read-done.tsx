// What has just been waived or asked for, told on the page that comes back: from what is remembered of it, not from the address.
import type { ReactNode } from 'react'
import { type SearchParams, textIn, wholeIn } from '#app/_search/params.ts'
import type { View } from '#app/view.ts'
import { Link } from '#components/ui/link.tsx'
import { isoDate } from '#lib/format/date.ts'
import { countWaivers } from '#lib/queries/waivers/count-waivers.ts'
import { listWaivers } from '#lib/queries/waivers/list-waivers.ts'
import { byState, everyWaiver } from '#lib/queries/waivers/waiver-filter.ts'
import { defaultWaiversSearch, readWaiversSearch, waiversHref } from '../waivers/search.ts'
import { findingsText } from '../waivers/words.ts'

/** The parameter `done` names a batch of waivers; null when it names none, or one that is not the person's to see. */
export async function readDone({ db, scope, at, asOf, person }: View, params: SearchParams): Promise<ReactNode> {
  const { batch } = readWaiversSearch({ batch: textIn(params.done) ?? undefined }).filter
  if (!batch) return null
  const question = { at, filter: { ...everyWaiver, batch }, personId: person.objectId }
  const [{ total, byState: states }, [first]] = await Promise.all([
    countWaivers(db, scope, question),
    listWaivers(db, scope, { ...question, order: byState, pageSize: 1 }),
  ])
  if (!first) return null
  const left = wholeIn(params.left, 1, 1_000_000) ?? 0
  const until = isoDate(first.endsOn)
  const waived = states['in-force']
  return (
    <>
      {waived > 0
        ? `${findingsText(waived)} waived until ${until}: ${waived === 1 ? 'it counts' : 'they count'} apart until then, and ${waived === 1 ? 'returns by itself' : 'return by themselves'}.`
        : states.asked > 0
          ? `A waiver is asked for ${findingsText(states.asked)}, until ${until}. A lead decides; until then ${states.asked === 1 ? 'it goes' : 'they go'} on counting.`
          : `Of ${findingsText(total)} that a waiver was asked for, none is waived any more.`}
      {left > 0
        ? ` ${findingsText(left)} ${left === 1 ? 'was' : 'were'} left: a waiver waits for approval already.`
        : ''}{' '}
      <Link href={waiversHref({ ...defaultWaiversSearch, filter: { ...everyWaiver, batch } }, asOf)}>
        {total === 1 ? 'See it in Waivers' : 'See them in Waivers'}
      </Link>
    </>
  )
}
