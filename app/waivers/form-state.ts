// What a form comes back with: what was wrong, in one sentence, and everything that was typed.
import type { WaiverKind } from '#lib/domain/waiver.ts'

export type WaiverFormState = {
  problem: string | null
  kind: WaiverKind
  reason: string
  /** As it stands in the field: 2027-01-31. */
  endsOn: string
}

export type NoteFormState = { problem: string | null; note: string }

export const emptyNote: NoteFormState = { problem: null, note: '' }
