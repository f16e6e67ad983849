// What can be asked of the audit log. Every field narrows; an empty one narrows nothing.

export type AuditFilter = {
  /** Words of the log: "exported", "policy-changed". */
  actions: readonly string[]
  /** Part of who it was, as recorded, or the whole object id. */
  person: string | null
  /** Part of what it was done to, or of the note that was left. */
  text: string | null
  /** First and last day (UTC), each at its midnight; both are included. */
  from: Date | null
  to: Date | null
}

export const everyEvent: AuditFilter = { actions: [], person: null, text: null, from: null, to: null }

/** `desc` is the latest first. */
export type AuditDirection = 'asc' | 'desc'

export type AuditQuestion = {
  at: Date
  filter: AuditFilter
  /** Who asks, by object id: what they did themselves they always see. */
  personId: string
}
