// Is a page as of a past day as quick as the latest one? Both are asked for in turns, so that whatever else the machine does
// meets them alike.
import type { BrowserContext } from '@playwright/test'
import { median } from './quantile.ts'
import { timeOf } from './signed-in.ts'

const pages = ['/', '/findings', '/vaults', '/rules', '/changes', '/posture']
const daysBack = [30, 60]
const requests = 30
const aimRatio = 2

export async function measureAsOf(origin: string, context: BrowserContext): Promise<void> {
  console.log(
    `The same pages as of a past day, median of ${requests} requests, as a multiple of the latest view (aim: at most ${aimRatio}); in brackets the very first request, for which nothing is remembered yet. The demo has to have that many days.`,
  )
  line('days ago', 'latest', ...daysBack.map(String))
  for (const path of pages) {
    const urls = [`${origin}${path}`, ...daysBack.map((days) => `${origin}${path}?asOf=${dayOf(days)}`)]
    try {
      const [latest, ...past] = await timesOf(context, urls)
      const cells = past.map((time) => `${ratio(time.usual, latest?.usual)} ${inWords(time)}`)
      line(path, latest ? inWords(latest) : '', ...cells)
    } catch (error) {
      line(path, error instanceof Error ? error.message : String(error))
    }
  }
}

type Times = { first: number; usual: number }

async function timesOf(context: BrowserContext, urls: readonly string[]): Promise<Times[]> {
  const times = urls.map((): number[] => [])
  for (let turn = 0; turn <= requests; turn++)
    for (const [place, url] of urls.entries()) times[place]?.push(await timeOf(context, url))
  return times.map(([first = 0, ...others]) => ({ first, usual: median(others) }))
}

const ratio = (time: number, latest = 0) => (latest === 0 ? '–' : `${(time / latest).toFixed(2)}×`)
const inWords = ({ first, usual }: Times) => `${usual.toFixed(0)} ms (${first.toFixed(0)})`
const line = (name: string, ...cells: string[]) =>
  console.log(`  ${name.padEnd(12)}${cells.map((cell) => cell.padStart(24)).join('')}`)

/** The day so many days ago, as pages take it in their address. */
const dayOf = (daysAgo: number) => new Date(Date.now() - daysAgo * 86_400_000).toISOString().slice(0, 10)
