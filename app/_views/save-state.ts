/** What a form that saves a view comes back with: what was wrong or done, in one sentence, and the name as it was typed. */
export type SaveViewState = {
  problem: string | null
  done: string | null
  name: string
  /** The name that would be replaced, if the same were sent again. */
  replaces: string | null
}

export const nothingSaved: SaveViewState = { problem: null, done: null, name: '', replaces: null }
