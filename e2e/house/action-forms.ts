// What each server action can be sent: something that there never was, and something of somebody else's. An action that is not in
// here fails the test that walks them, so that none is added without it.

/** What a lead made, or what fails in a vault that is not the owner's: each by the id that a form names it with. */
export type SomebodyElses = {
  view: string
  feed: string
  /** A row of At risk, and the rule that it fails. */
  row: string
  rule: string
  waiver: string
  /** A policy that could be saved. */
  draft: string
}

type Fields = Readonly<Record<string, string>>

export type ActionForm = {
  /** What it knows of the form before comes first; some take the form alone. */
  takesState: boolean
  /** Null: it takes nothing. */
  madeUp: Fields | null
  foreign: (others: SomebodyElses) => Fields | null
}

const nobodys = '999999999'
const terms = { kind: 'accepted-risk', reason: 'Because I say so.', endsOn: '2099-01-01' }
const soon = new Date(Date.now() + 30 * 86_400_000).toISOString().slice(0, 10)

export const actionForms: Readonly<Record<string, ActionForm>> = {
  // Changes cookies of whoever sends it, and nothing else there is.
  'app/_preferences/save-display.ts': {
    takesState: true,
    madeUp: { theme: 'invisible', timeZone: 'Mars/Olympus' },
    foreign: () => ({ theme: 'invisible', timeZone: 'Mars/Olympus' }),
  },
  'app/_views/keep-view.ts': {
    takesState: true,
    madeUp: { view: '/there-is-no-such-list', name: 'Mine' },
    foreign: () => ({ view: 'https://evil.example/findings', name: 'Mine' }),
  },
  'app/_views/remove-view.ts': { takesState: false, madeUp: { id: nobodys }, foreign: ({ view }) => ({ id: view }) },
  'app/calendar/_feeds/make-feed.ts': {
    takesState: true,
    madeUp: { extent: 'more-than-everything' },
    foreign: () => ({ extent: 'everything' }),
  },
  'app/calendar/_feeds/revoke-feed.ts': {
    takesState: false,
    madeUp: { id: nobodys, view: '/calendar' },
    foreign: ({ feed }) => ({ id: feed, view: '/calendar' }),
  },
  'app/policy/save-draft.ts': {
    takesState: true,
    madeUp: { draft: '{"rotationDays":"never"}', expectedVersionId: '', note: 'Because I say so.' },
    foreign: ({ draft }) => ({ draft, expectedVersionId: '', note: 'Because I say so.' }),
  },
  'app/snapshots/run-now.ts': { takesState: false, madeUp: null, foreign: () => null },
  'app/waivers/ask.ts': {
    takesState: true,
    madeUp: { ...terms, endsOn: soon, view: '/findings', row: `o${nobodys}`, rule: 'secret-expired' },
    foreign: ({ row, rule }) => ({ ...terms, endsOn: soon, view: '/findings', row, rule }),
  },
  'app/waivers/decide.ts': {
    takesState: true,
    madeUp: { id: nobodys, decision: 'approve', note: '', view: '/waivers' },
    foreign: ({ waiver }) => ({ id: waiver, decision: 'decline', note: 'Because I say so.', view: '/waivers' }),
  },
  'app/waivers/withdraw.ts': {
    takesState: true,
    madeUp: { id: nobodys, note: '', view: '/waivers' },
    foreign: ({ waiver }) => ({ id: waiver, note: '', view: '/waivers' }),
  },
}
