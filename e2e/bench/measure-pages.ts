// How long does the server take for a page? Measured on a running demo, signed in as a lead, one request at a time.
import { measureAsOf } from './measure-as-of.ts'
import { quantile } from './quantile.ts'
import { signedIn, timeOf } from './signed-in.ts'

const pages = ['/', '/findings', '/findings?severity=high&sort=expires', '/vaults', '/snapshots', '/api/health']
const requests = 60

/** Prints p50 and p95 of the time until the whole answer has arrived, after a few requests to warm up. */
export function measurePages(origin: string): Promise<void> {
  return signedIn(origin, async (context) => {
    console.log(
      `Server time of pages, ${requests} requests each, one at a time (aim: p95 of / and /findings under 100 ms)`,
    )
    for (const path of pages) {
      const times: number[] = []
      for (let turn = -5; turn < requests; turn++) {
        const time = await timeOf(context, `${origin}${path}`)
        if (turn >= 0) times.push(time)
      }
      const [p50, p95] = [quantile(times, 0.5), quantile(times, 0.95)]
      console.log(`  ${path.padEnd(40)} p50 ${p50.toFixed(0).padStart(4)} ms   p95 ${p95.toFixed(0).padStart(4)} ms`)
    }
    await measureAsOf(origin, context)
  })
}
