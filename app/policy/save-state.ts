/** What comes back with a policy that was not saved: why, in one sentence, and the note as it was typed. */
export type SaveState = { problem: string | null; note: string }

export const nothingSaid: SaveState = { problem: null, note: '' }
