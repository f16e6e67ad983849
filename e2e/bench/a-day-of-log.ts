// A day of five million log rows over 500 vaults, as Log Analytics sums it up: 200,000 rows of calls, their callers, and the
// vaults that were heard. Drawn from a seed, in the shape the service answers with.
import { createHash } from 'node:crypto'

export const day = new Date('2026-11-20T00:00:00Z')
export const vaults = 500
export const summaryRows = 200_000
const logRows = 5_000_000
const callers = 2000

const columns = {
  part: 'string',
  vault: 'string',
  objectKind: 'string',
  name: 'string',
  version: 'string',
  identity: 'string',
  operation: 'string',
  outcome: 'string',
  address: 'string',
  calls: 'long',
  hours: 'dynamic',
  firstAt: 'datetime',
  lastAt: 'datetime',
  appid: 'string',
  upn: 'string',
  mirid: 'string',
  host: 'string',
  ownLastAt: 'datetime',
}

export const vaultIdOf = (number: number) =>
  `/subscriptions/00000000-0000-4000-8000-000000000001/resourcegroups/rg-application-${number}/providers/microsoft.keyvault/vaults/kv-application-${number}`

const hex = (text: string, length: number) => createHash('sha256').update(text).digest('hex').slice(0, length)
const guid = (text: string) => hex(text, 32).replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')
const instant = (seconds: number) => new Date(day.getTime() + seconds * 1000).toISOString()

/** The answer as text, and how many calls it sums up. */
export function aDayOfLog(): { body: string; calls: number } {
  const perRow = logRows / summaryRows
  let total = 0
  const rows: unknown[][] = []
  const row = (said: Record<string, unknown>) => rows.push(Object.keys(columns).map((name) => said[name] ?? null))
  for (let number = 0; number < summaryRows; number++) {
    // Some ask all day, most a few times: sums to the five million within a few per cent.
    const calls = number % 10 === 0 ? perRow * 8 : Math.ceil(perRow / 5) + (number % 3)
    const hour = number % 20
    const hours =
      calls > 24
        ? Object.fromEntries(
            Array.from({ length: 24 }, (_, h) => [h, Math.floor(calls / 24) + (h < calls % 24 ? 1 : 0)]),
          )
        : { [hour]: calls }
    total += calls
    const secret = Math.floor(number / 4)
    row({
      part: 'call',
      vault: vaultIdOf(secret % vaults),
      objectKind: 'secret',
      name: `application-secret-${Math.floor(secret / vaults)}`,
      version: hex(`version ${secret}`, 32),
      identity: guid(`caller ${number % callers}`),
      operation: 'SecretGet',
      outcome: number % 50 === 0 ? 'denied' : 'ok',
      address: `20.${number % 200}.${(number >> 8) % 200}.${number % 4}`,
      calls,
      hours: JSON.stringify(hours),
      firstAt: instant(hour * 3600 + (number % 1800)),
      lastAt: instant((calls > 24 ? 23 : hour) * 3600 + 1800 + (number % 1800)),
    })
  }
  for (let number = 0; number < callers; number++) {
    const mirid = `${vaultIdOf(number % vaults).replace('microsoft.keyvault/vaults/kv', 'microsoft.web/sites/app')}`
    row({ part: 'caller', identity: guid(`caller ${number}`), appid: guid(`app ${number}`), mirid, host: mirid })
  }
  for (let number = 0; number < vaults; number++)
    row({
      part: 'heard',
      vault: vaultIdOf(number),
      calls: 10_000,
      firstAt: instant(60),
      lastAt: instant(86_000),
      ownLastAt: instant(8000),
    })
  const described = Object.entries(columns).map(([name, type]) => ({ name, type }))
  return { body: JSON.stringify({ tables: [{ name: 'PrimaryResult', columns: described, rows }] }), calls: total }
}
