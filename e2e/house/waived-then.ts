import { execFileSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { demoFile } from './target.ts'

/** A finding as it was accepted on a past day, both days as "2026-11-20"; `until` is the last day in force. */
export type PastWaiver = { rule: string; key: string; on: string; until: string; reason: string }

/** Has a lead waive a finding on a day that is over, in a process of its own (see past/waive.ts). */
export function waivedThen({ rule, key, on, until, reason }: PastWaiver): void {
  const program = fileURLToPath(new URL('../past/waive.ts', import.meta.url))
  execFileSync(process.execPath, [program, demoFile('postgres'), rule, key, on, until, reason], { stdio: 'pipe' })
}
