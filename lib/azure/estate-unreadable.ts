import type { UnreadReason } from '#lib/domain/observed.ts'

/** The estate could not be listed, or not wholly. A run that went on would take what it did not see for gone. */
export class EstateUnreadable extends Error {
  override readonly name = 'EstateUnreadable'
  readonly reason: UnreadReason

  constructor(reason: UnreadReason, options?: ErrorOptions) {
    super(reason.detail, options)
    this.reason = reason
  }
}
