// The verbs of the stories: who is looking, at which page, and what Azure is like. Every story fails on what it did not expect
// to hear of (see house/noise.ts).
import { test as base, expect } from '@playwright/test'
import { type Azure, openAzure } from './house/azure.ts'
import { type Kempt, openKempt } from './house/kempt.ts'
import { attachLog, type HeardNoise, listen, type Noise } from './house/noise.ts'
import { keepSignedIn, type PersonName } from './house/people.ts'

type Fixtures = {
  /** The pages, with what stands on them as a reader names it. */
  kempt: Kempt
  noise: Noise
  /** From here on this person is the one who looks. */
  signedInAs(name: PersonName): Promise<void>
}

type Kept = { azure: Azure; sessions: ReturnType<typeof keepSignedIn> }

// biome-ignore-start lint/correctness/noEmptyPattern: Playwright reads from the pattern what a fixture needs
export const test = base.extend<Fixtures & { heard: HeardNoise }, Kept>({
  azure: [async ({}, use) => use(openAzure()), { scope: 'worker' }],
  sessions: [async ({}, use) => use(keepSignedIn()), { scope: 'worker' }],
  // biome-ignore-end lint/correctness/noEmptyPattern: Playwright reads from the pattern what a fixture needs

  heard: [
    async ({ context, baseURL }, use, info) => {
      const heard = listen(context, baseURL)
      await use(heard)
      if (info.status !== info.expectedStatus) await attachLog(info)
      expect(heard.unexpected(), 'what the pages wrote and failed at, unasked').toEqual([])
    },
    { auto: true },
  ],
  noise: async ({ heard }, use) => use(heard),

  kempt: async ({ page }, use) => use(openKempt(page)),
  signedInAs: async ({ context, sessions }, use) => use((name) => sessions(context, name)),
})

export { expect }
