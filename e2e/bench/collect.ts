// How much dearer is reading through the SDK's pipeline, with every care it takes, than a bare client that asks for the
// same pages? Runs in a process that knows the stand-in only by its environment.
import { readFileSync } from 'node:fs'
import pLimit from 'p-limit'
import { ProxyAgent, request } from 'undici'
import { connectAzure } from '#lib/azure/azure.ts'
import { defaultCredential } from '#lib/azure/credential.ts'
import { listVaults } from '#lib/azure/list-vaults.ts'
import { observeObjects } from '#lib/azure/observe-objects.ts'
import type { Vault } from '#lib/domain/vault.ts'
import { median } from './quantile.ts'

const rounds = 7
const vaultsAtOnce = 32

const azure = connectAzure({ cloud: 'public', proxyEnvironment: process.env })
const listing = await listVaults(azure)
// Only vaults that answer: refusals and the way around them are not what is compared.
const atOnce = pLimit(vaultsAtOnce)
const answers = await Promise.all(listing.vaults.map((vault) => atOnce(observeObjects, azure, vault, 'secret')))
const vaults = listing.vaults.filter((_, index) => answers[index]?.status === 'read')

async function throughKempt(): Promise<number> {
  const lists = await Promise.all(vaults.map((vault) => atOnce(observeObjects, azure, vault, 'secret')))
  return lists.reduce((count, list) => count + (list.status === 'read' ? list.value.length : 0), 0)
}

const token = await defaultCredential(azure.cloud).getToken(azure.cloud.vaultScope)
const dispatcher = new ProxyAgent({
  uri: process.env.HTTPS_PROXY ?? '',
  requestTls: { ca: readFileSync(process.env.NODE_EXTRA_CA_CERTS ?? '') },
  connections: 8,
})
let bareRequests = 0

/** Follows the same pages and parses them; no retries, no deadline, no checks. */
async function bareVault({ uri }: Vault): Promise<number> {
  let url: string | null = `${uri}/secrets?api-version=2026-04-01&maxresults=25`
  let count = 0
  while (url) {
    bareRequests++
    const { statusCode, body } = await request(url, {
      dispatcher,
      headers: { authorization: `Bearer ${token?.token}` },
    })
    if (statusCode !== 200) throw new Error(`${url} answered ${statusCode}`)
    const page = (await body.json()) as { value?: unknown[]; nextLink?: string | null }
    count += page.value?.length ?? 0
    url = page.nextLink ?? null
  }
  return count
}

async function bare(): Promise<number> {
  bareRequests = 0
  const counts = await Promise.all(vaults.map((vault) => atOnce(bareVault, vault)))
  return counts.reduce((sum, count) => sum + count, 0)
}

/** Milliseconds of each round after the first, which opens the connections and warms the code. Both take turns. */
async function compare() {
  const times = { kempt: [] as number[], bare: [] as number[] }
  let found = { kempt: 0, bare: 0 }
  for (let round = 0; round < rounds; round++) {
    const start = performance.now()
    const kempt = await throughKempt()
    const between = performance.now()
    const plain = await bare()
    found = { kempt, bare: plain }
    if (round === 0) continue
    times.kempt.push(between - start)
    times.bare.push(performance.now() - between)
  }
  return { times, found }
}

// Before the bare client runs in the same process: its memory is not Kempt's.
await throughKempt()
const highestBytes = process.resourceUsage().maxRSS * 1024

const requestsBefore = azure.meter.requests
const { times, found } = await compare()
const perRound = Math.round((azure.meter.requests - requestsBefore) / rounds)
const [kempt, floor] = [median(times.kempt), median(times.bare)]
console.log(
  `  ${found.kempt} secrets in ${perRound} requests through Kempt; ${found.bare} in ${bareRequests} by the bare client`,
)
console.log(
  `  kept connections, median of ${rounds - 1}: ${kempt.toFixed(0)} ms against ${floor.toFixed(0)} ms = ${(kempt / floor).toFixed(2)} times (aim: at most 2.5)`,
)
console.log(
  `  memory of the collecting process at its highest: ${(highestBytes / 2 ** 20).toFixed(0)} MB (aim: under 400)`,
)
azure.close()
await dispatcher.close()
