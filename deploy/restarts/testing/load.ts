// Several people at once who read pages, take files out and change things, one request after the other, until they are told to
// stop. What became of each request is kept.
import { setTimeout as wait } from 'node:timers/promises'
import { type Answer, BrokenOff, type Visitor } from './a-visitor.ts'

type Asked = { what: string; origin: string } & (
  | { became: 'answered'; answer: Answer }
  /** Nobody was there, or whoever was closed the door before it came in: that is the system's, and Kempt never heard of it. */
  | { became: 'refused' }
  /** Its answer began, and broke off. */
  | { became: 'cut' }
)

export type Load = {
  asked: readonly Asked[]
  /** From now on they ask these: one origin after the other. */
  turnsTo(...origins: string[]): void
  /** Waits until this many more requests were answered, of every kind. */
  goesOnFor(answers: number): Promise<void>
  /** Waits until the lead has nothing under way, and lets only the others ask until `leadGoesOn`. */
  leadRests(): Promise<void>
  leadGoesOn(): void
  stop(): Promise<void>
}

const pages = ['/', '/findings', '/vaults', '/snapshots', '/owners', '/calendar', '/waivers', '/mine']
const files = [
  '/vaults/export.csv',
  '/findings/export.json',
  '/snapshots/runs/export.csv',
  '/audit/export.json?action=signed-in',
]
const lists = ['/findings', '/vaults', '/waivers', '/audit']

export type Finding = { row: string; rule: string }

/** `findings`: what the lead may ask to be waived, one after the other. */
export function putUnderLoad(
  origin: string,
  { lead, readers, findings }: { lead: Visitor; readers: readonly Visitor[]; findings: readonly Finding[] },
): Load {
  const asked: Asked[] = []
  let origins = [origin]
  let isOver = false
  let turn = 0

  const ask = async (what: string, how: (origin: string) => Promise<Answer>) => {
    const origin = origins[turn++ % origins.length] ?? ''
    const became = await how(origin).then(
      (answer): Asked => ({ what, origin, became: 'answered', answer }),
      (error): Asked => ({ what, origin, became: error instanceof BrokenOff ? 'cut' : 'refused' }),
    )
    asked.push(became)
    // Whoever was refused tries again, and not as fast as the machine allows.
    if (became.became !== 'answered') await wait(20)
  }
  let rest = Promise.resolve()
  let endOfRest = () => {}
  let underWay = 0

  const over = async (each: (round: number) => Promise<void>) => {
    for (let round = 0; !isOver; round++) await each(round)
  }
  const overAsLead = (each: (round: number) => Promise<void>) =>
    over(async (round) => {
      await rest
      underWay++
      await each(round)
      underWay--
    })
  const reads = (reader: Visitor, from: number) =>
    over((round) => {
      const path = pages[(round + from) % pages.length] ?? '/'
      return ask(path, (origin) => reader.gets(origin, path))
    })
  const clients = [
    ...readers.map(reads),
    overAsLead((round) => {
      const path = files[round % files.length] ?? ''
      return ask(path, (origin) => lead.gets(origin, path))
    }),
    overAsLead((round) => {
      const finding = round % 2 === 0 ? findings[round / 2] : undefined
      if (finding) return ask(`waive ${finding.row} ${finding.rule}`, (origin) => waive(lead, origin, finding))
      const fields = { view: `${lists[round % lists.length]}?q=${round}`, name: `View ${round}` }
      return ask(`keep ${fields.name}`, (origin) => lead.sends(origin, 'app/_views/keep-view.ts', fields))
    }),
  ]
  return {
    asked,
    turnsTo(...to) {
      origins = to
    },
    async goesOnFor(answers) {
      const [pagesBefore, filesBefore, writesBefore] = counts(asked)
      const enough = () => {
        const [pages = 0, files = 0, writes = 0] = counts(asked)
        return pages >= (pagesBefore ?? 0) + answers && files > (filesBefore ?? 0) && writes > (writesBefore ?? 0)
      }
      while (!enough()) await wait(20)
    },
    async leadRests() {
      rest = new Promise((settle) => {
        endOfRest = settle
      })
      // Once before it is asked: who has just begun has not said so yet.
      do await wait(10)
      while (underWay > 0)
    },
    leadGoesOn: () => endOfRest(),
    async stop() {
      isOver = true
      await Promise.all(clients)
    },
  }
}

/** An answer that leads back to the list says that it is done; anything else says why not. */
export function waive(lead: Visitor, origin: string, { row, rule }: Finding): Promise<Answer> {
  const endsOn = new Date(Date.now() + 30 * 86_400_000).toISOString().slice(0, 10)
  const terms = { kind: 'accepted-risk', reason: 'While it restarts.', endsOn }
  return lead.sends(origin, 'app/waivers/ask.ts', { ...terms, view: '/findings', row, rule })
}

export const isWaived = ({ leadsTo }: Answer) => leadsTo?.includes('done=') ?? false

const counts = (asked: readonly Asked[]) => {
  const answered = asked.filter(({ became }) => became === 'answered').map(({ what }) => what)
  const those = (pattern: RegExp) => answered.filter((what) => pattern.test(what)).length
  return [those(/^\/(?!.*export)/), those(/export/), those(/^(waive|keep)/)]
}
