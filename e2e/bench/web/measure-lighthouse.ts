// What does Lighthouse say of the pages that are looked at most: Overview, At risk and a vault's own? The median of several runs, and beside it the floor: a
// page of words, and how long a file takes that nothing is asked for.
import { chromium } from '@playwright/test'
import { launchOptions } from '../../house/browser.ts'
import { median } from '../quantile.ts'
import { aSecretAtRisk } from './a-secret-at-risk.ts'
import { askLighthouse, categories, type Preset } from './ask-lighthouse.ts'
import type { LighthouseResult } from './lighthouse.ts'
import type { Sessions } from './signed-in-as.ts'

/** On a desktop; what a phone gets is told and not judged. */
const limits: Record<(typeof categories)[number], number> = {
  performance: 95,
  accessibility: 100,
  'best-practices': 100,
}

const timings = {
  'first-contentful-paint': 'first paint',
  'largest-contentful-paint': 'largest paint',
  'total-blocking-time': 'blocked',
  'cumulative-layout-shift': 'shift',
  'speed-index': 'speed index',
  'server-response-time': 'server',
}

/** Prints a table. True when all medians of the desktop keep to the limits. */
export async function measureLighthouse(origin: string, sessions: Sessions, runs: number): Promise<boolean> {
  const aims = categories.map((category) => `${category} ${limits[category]}`).join(', ')
  console.log(`Lighthouse, median of ${runs} (aim on a desktop: ${aims})`)
  console.log(`  the floor: a file takes ${(await timeOfAFile(origin)).toFixed(1)} ms`)
  const ask = async (name: string, path: string, preset: Preset, session = sessions.lead) => {
    const results: LighthouseResult[] = []
    for (let run = 0; run < runs; run++) results.push(await askLighthouse(origin + path, preset, session))
    return report(`${name}, ${preset}`, results)
  }
  await ask('the floor: a page of words', '/no-role', 'desktop', sessions.withoutRole)
  const pages = { Overview: '/', 'At risk': '/findings', Vault: `/vaults/${await aVault(origin, sessions)}` }
  let allHold = true
  for (const [name, path] of Object.entries(pages)) {
    const scores = await ask(name, path, 'desktop')
    allHold = allHold && categories.every((category) => scores[category] >= limits[category])
    await ask(name, path, 'mobile')
  }
  return allHold
}

/** The name of the vault that has the secret most at risk. */
async function aVault(baseURL: string, { lead }: Sessions): Promise<string> {
  const browser = await chromium.launch(launchOptions)
  try {
    const context = await browser.newContext({ baseURL })
    await context.addCookies(lead)
    return (await aSecretAtRisk(context)).vault
  } finally {
    await browser.close()
  }
}

function report(title: string, results: readonly LighthouseResult[]): Record<(typeof categories)[number], number> {
  const scoresOf = (category: string) =>
    results.map(({ categories }) => Math.round((categories[category]?.score ?? 0) * 100))
  const machine = median(results.map(({ environment }) => environment.benchmarkIndex))
  console.log(`  ${title} (speed of the machine: ${Math.round(machine)})`)
  for (const category of categories) {
    const scores = scoresOf(category)
    console.log(`    ${category.padEnd(16)} ${String(median(scores)).padStart(3)}   of ${scores.join(', ')}`)
  }
  const said = Object.entries(timings).map(([id, word]) => {
    const value = median(results.map(({ audits }) => audits[id]?.numericValue ?? Number.NaN))
    return id === 'cumulative-layout-shift' ? `${word} ${value.toFixed(3)}` : `${word} ${Math.round(value)} ms`
  })
  console.log(`    ${said.join(', ')}`)
  for (const loss of new Set(results.flatMap(lossesOf))) console.log(`    lost points: ${loss}`)
  const medianOf = (category: string) => median(scoresOf(category))
  return {
    performance: medianOf('performance'),
    accessibility: medianOf('accessibility'),
    'best-practices': medianOf('best-practices'),
  }
}

/** The audits that count and were not passed; those of performance that count are the timings above. */
function lossesOf({ audits, categories: { performance: timed, ...others } }: LighthouseResult): string[] {
  const counted = Object.values(others).flatMap(({ auditRefs }) => auditRefs.filter(({ weight }) => weight > 0))
  const slow = (timed?.auditRefs ?? []).filter(({ weight, id }) => weight > 0 && (audits[id]?.score ?? 1) < 0.9)
  return [...counted.filter(({ id }) => (audits[id]?.score ?? 1) < 1), ...slow].map(
    ({ id }) => `${id}: ${audits[id]?.title}`,
  )
}

/** Milliseconds, median of twenty, for a file that Kempt has on its disk. */
async function timeOfAFile(origin: string): Promise<number> {
  const times: number[] = []
  for (let turn = 0; turn < 20; turn++) {
    const start = performance.now()
    const answer = await fetch(`${origin}/icon.svg`)
    await answer.arrayBuffer()
    if (!answer.ok) throw new Error(`${origin}/icon.svg answered ${answer.status}`)
    times.push(performance.now() - start)
  }
  return median(times)
}
