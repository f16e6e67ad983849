/** A reason not to go on that a person can act on. The message is one sentence, shown without a stack trace. */
export class Refusal extends Error {
  override name = 'Refusal'
}
