// Notes what was refused, from wherever it was; docs/decisions/0023 says what becomes a line of the audit log.
import { createRefusalLedger, type Refusal, type RefusalLedger, type RefusalLine } from './refusal-ledger.ts'

type Kept = { ledger: RefusalLedger; write: ((lines: readonly RefusalLine[]) => Promise<void>) | null }

// On globalThis: what guards requests, what renders pages and what runs at the start are bundled apart.
const kept = globalThis as typeof globalThis & { kemptRefusals?: Kept }

function refusals(): Kept {
  kept.kemptRefusals ??= { ledger: createRefusalLedger(), write: null }
  return kept.kemptRefusals
}

/** Called once, at the start: until then lines wait. */
export function keepRefusals(write: (lines: readonly RefusalLine[]) => Promise<void>): void {
  refusals().write = write
}

/** Nobody waits for it: who is refused is refused, whether the database is there or not. */
export function noteRefusal(refusal: Refusal, at: Date): void {
  refusals().ledger.note(refusal, at)
  void writeRefusals(at)
}

/** Writes what is to be written now; `all`, when no later time will come. Never throws. */
export async function writeRefusals(now: Date, how?: { all: boolean }): Promise<void> {
  const { ledger, write } = refusals()
  if (!write) return
  const lines = ledger.takeLines(now, how)
  if (lines.length === 0) return
  try {
    await write(lines)
  } catch (error) {
    ledger.putBack(lines)
    console.error('Refusals are not audited yet:', error instanceof Error ? error.message : error)
  }
}
