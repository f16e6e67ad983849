// What Azure takes of one identity, and how far below it every connection stays by itself. Each try counts, the first as well
// as those that repeat it. `docs/decisions/0026` has the documented limits beside these.
import { type ElapsedTime, realTime } from './wire/elapsed-time.ts'
import { atOnce, type Counted, type InTurn, inTurnOf } from './wire/in-turn.ts'
import { KeepAliveAgent } from './wire/keep-alive-agent.ts'
import { createPace } from './wire/pace.ts'
import { paced } from './wire/paced.ts'
import { slidingWindow } from './wire/sliding-window.ts'

/** Of the control plane, Resource Graph's queries; everything else there is about a subscription. */
const isGraphQuery: Counted = ({ method }) => (method === 'POST' ? 'resource-graph' : null)
const subscriptionOf: Counted = ({ url }) =>
  /^\/subscriptions\/([^/]+)/i.exec(new URL(url).pathname)?.[1]?.toLowerCase() ?? null

/**
 * Resource Graph takes fifteen queries in five seconds; a run needs seven of up to a thousand rows each. Twelve leave three to
 * whoever else asks as the same identity: a doctor beside the job. https://learn.microsoft.com/azure/governance/resource-graph/concepts/guidance-for-throttled-requests
 * Resource Manager takes 250 calls of a subscription at once and 25 a second after them; with 200 and 20, a run stays below both.
 * https://learn.microsoft.com/azure/azure-resource-manager/management/request-limits-and-throttling
 */
export const armTurns = (time: ElapsedTime = realTime): InTurn =>
  inTurnOf(
    atOnce(KeepAliveAgent.connectionsPerHost),
    slidingWindow({ calls: 12, windowMs: 5000, counted: isGraphQuery }, time),
    paced(createPace(20, time), subscriptionOf),
  )

/**
 * Log Analytics runs five queries of one identity at a time and makes others wait; and it takes 200 in 30 seconds: 40 at once
 * and four a second after them are 160. https://learn.microsoft.com/azure/azure-monitor/service-limits
 */
export const logsTurns = (time: ElapsedTime = realTime): InTurn =>
  inTurnOf(
    atOnce(4),
    paced(createPace(4, time), () => 'logs'),
  )

const vaultOf: Counted = ({ url }) => new URL(url).host

/** Calls about one key, which Key Vault weighs by what kind of key it is. */
const vaultOfKey: Counted = ({ url }) => {
  const { host, pathname } = new URL(url)
  return /^\/keys\/./.test(pathname) ? host : null
}

/**
 * A vault takes 4,000 calls in ten seconds, the vaults of a subscription 20,000 together, and these are also what the
 * applications need that read them: a vault never gets more than half of its own from us (1,000 at once and 100 a second
 * after them), and all vaults no more than what one subscription takes (9,000 and 900). Keys weigh more, a key of 4,096 bits
 * in hardware as much as sixteen others: 250 calls about such keys are all there are, and which of a vault's are of that kind
 * is not known beforehand (110 and 11). https://learn.microsoft.com/azure/key-vault/general/service-limits
 * The paces of a vault come first, so that a vault that has to wait takes no connection from another.
 */
export const vaultTurns = (time: ElapsedTime = realTime): InTurn =>
  inTurnOf(
    paced(createPace(11, time), vaultOfKey),
    paced(createPace(100, time), vaultOf),
    atOnce(64),
    paced(createPace(900, time), () => 'vaults'),
  )
