// How full a vault is: many small vaults, few large ones, and the average as asked for.
import { createRandom, seedOf } from '../seeded-random.ts'

/** How many objects a vault holds when `mean` is the average; `fullness` in [0, 1) is its place among the others. */
export function objectCount(seed: string, slot: number, fullness: number, mean: number): number {
  const wobble = createRandom(seedOf(seed, 'count', slot)).between(0.92, 1.08)
  // The quantile function of a lognormal with sigma 0.85, cut at four times the mean, so that the mean holds.
  const size = mean * 0.75 * Math.exp(0.85 * normalQuantile(fullness)) * wobble
  return Math.round(Math.min(4 * mean, Math.max(3, size)))
}

/** The inverse of the normal distribution, good to about three digits (Abramowitz and Stegun, 26.2.23). */
function normalQuantile(probability: number): number {
  const tail = Math.min(probability, 1 - probability)
  const t = Math.sqrt(-2 * Math.log(Math.max(tail, 1e-9)))
  const magnitude =
    t - (2.515517 + 0.802853 * t + 0.010328 * t * t) / (1 + 1.432788 * t + 0.189269 * t * t + 0.001308 * t * t * t)
  return probability < 0.5 ? -magnitude : magnitude
}
