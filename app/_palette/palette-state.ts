// What the palette shows while somebody types: pure, so that every order in which answers and keys can arrive is tried.
import type { Hit, HitGroup } from './hits.ts'
import { matchPages, type PageLink } from './match-pages.ts'

export type Trouble = 'signed-out' | 'unreachable'

export type PaletteState = {
  text: string
  /** What `groups` answers; null until the first answer. */
  answered: string | null
  groups: readonly HitGroup[]
  trouble: Trouble | null
  /** Index among `optionsOf`. */
  active: number
}

export type PaletteEvent =
  | { type: 'typed'; text: string }
  | { type: 'answered'; text: string; groups: readonly HitGroup[] }
  | { type: 'failed'; text: string; trouble: Trouble }
  /** `options` is how many there are in sight. */
  | { type: 'moved'; by: 1 | -1; options: number }

export const emptyPalette: PaletteState = { text: '', answered: '', groups: [], trouble: null, active: 0 }

/** The text that is asked for: without the blanks around it. */
export const askedIn = (text: string) => text.trim()

export function paletteAfter(state: PaletteState, event: PaletteEvent): PaletteState {
  switch (event.type) {
    case 'typed': {
      const asked = askedIn(event.text)
      if (asked === askedIn(state.text)) return { ...state, text: event.text }
      if (asked === '') return { ...emptyPalette, text: event.text }
      // Until the answer comes, what was found stays where it still fits: Enter never opens what is no longer asked for.
      return { ...state, text: event.text, groups: stillFitting(state.groups, asked), trouble: null, active: 0 }
    }
    case 'answered':
      // An answer to what is not asked any more came late.
      if (event.text !== askedIn(state.text)) return state
      return { ...state, answered: event.text, groups: event.groups, trouble: null, active: 0 }
    case 'failed':
      if (event.text !== askedIn(state.text)) return state
      return { ...state, trouble: event.trouble }
    case 'moved':
      if (event.options === 0) return state
      return { ...state, active: (state.active + event.by + event.options) % event.options }
  }
}

function stillFitting(groups: readonly HitGroup[], text: string): HitGroup[] {
  const fits = ({ name }: Hit) => name.toLowerCase().includes(text.toLowerCase())
  return groups
    .map(({ title, hits }) => ({ title, hits: hits.filter(fits), all: null }))
    .filter(({ hits }) => hits.length > 0)
}

/** What is in sight, with the pages of that name first. */
export function shownGroups(
  { text, groups }: Pick<PaletteState, 'text' | 'groups'>,
  pages: readonly PageLink[],
  asOf: string | null,
): HitGroup[] {
  return [matchPages(pages, askedIn(text), asOf), ...groups].filter(({ hits }) => hits.length > 0)
}

/** The options in their order: each thing, and after each kind the way to the rest of it. */
export const optionsOf = (groups: readonly HitGroup[]): Hit[] => groups.flatMap(optionsIn)

export const optionsIn = ({ hits, all }: HitGroup): Hit[] => [
  ...hits,
  ...(all ? [{ href: all.href, name: all.label, detail: '' }] : []),
]

/** What is said of it, also to those who hear it. */
export function statusText({ text, answered, trouble }: PaletteState, options: number): string {
  const asked = askedIn(text)
  if (trouble === 'signed-out') return 'Your session ended. Load the page again to sign in.'
  if (trouble) return 'Kempt does not answer at the moment. Press Enter to try it as a page.'
  if (answered !== asked && asked !== '') return 'Looking'
  if (options === 0) return 'Nothing is called that.'
  return `${options} ${options === 1 ? 'result' : 'results'}`
}
