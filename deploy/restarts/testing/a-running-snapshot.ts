// A snapshot that somebody asked for, held where it has read some vaults and not all.
import { setTimeout as wait } from 'node:timers/promises'
import { expect } from 'vitest'
import type { LivedInKempt } from './a-lived-in-kempt.ts'
import type { Visitor } from './a-visitor.ts'

export const runNow = (lead: Visitor, origin: string) => lead.sends(origin, 'app/snapshots/run-now.ts', {}, false)

/** Asks for it, and returns once it is half way and waits for Azure, which says nothing until `goesOn`. */
export async function aHeldSnapshot({ estate, ask }: LivedInKempt, lead: Visitor, origin: string) {
  // Limits of the vaults count over seconds of a clock that stands still here.
  const { clock } = estate.azure
  const now = clock.now()
  clock.advance(600_000)
  clock.set(now)
  estate.faults.add({ id: 'held', match: { path: '/secrets', after: 3 }, act: { kind: 'stall', bytes: 0 } })
  await runNow(lead, origin)
  const held = () => estate.faults.list().some(({ hits }) => hits > 0)
  const some = async () => (await ask(`select 1 from snapshot where status = 'running' and vaults_done > 0`)).length > 0
  while (!held() || !(await some())) await wait(20)
  return {
    goesOn: () => estate.faults.clear(),
    /** Returns once it has ended, and no other has begun beside it. That it is noticed by its silence would take longer. */
    async isOver() {
      const since = performance.now()
      const running = () => ask(`select 1 from snapshot where status = 'running'`)
      for (let runs = 1; runs > 0; runs = (await running()).length) {
        expect(runs).toBe(1)
        expect(performance.now() - since).toBeLessThan(55_000)
        await wait(50)
      }
    },
  }
}
