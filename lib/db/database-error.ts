/** Something about the database that a person has to put right; the message is one sentence that says what and how. */
export class DatabaseError extends Error {
  override name = 'DatabaseError'
}
