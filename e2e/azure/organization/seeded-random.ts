// Chance that always falls the same way: everything believable in the organization is drawn from text by hashing.

/** Sixty-four bits of identity, as two 32-bit numbers. */
export type Seed = { high: number; low: number }

/** The seed of a thing, from the words that name it (cyrb53's two lanes, kept apart). */
export function seedOf(...words: (string | number)[]): Seed {
  const text = words.join('\u0000')
  let high = 0xdeadbeef
  let low = 0x41c6ce57
  for (let index = 0; index < text.length; index++) {
    const code = text.charCodeAt(index)
    high = Math.imul(high ^ code, 2654435761)
    low = Math.imul(low ^ code, 1597334677)
  }
  high = Math.imul(high ^ (high >>> 16), 2246822507) ^ Math.imul(low ^ (low >>> 13), 3266489909)
  low = Math.imul(low ^ (low >>> 16), 2246822507) ^ Math.imul(high ^ (high >>> 13), 3266489909)
  return { high: high >>> 0, low: low >>> 0 }
}

/** Two 32-bit numbers into one that shares no pattern with either. */
export function mix(a: number, b: number): number {
  let mixed = Math.imul(a ^ Math.imul(b + 0x9e3779b9, 0x85ebca6b), 0xc2b2ae35)
  mixed = Math.imul(mixed ^ (mixed >>> 15), 0x2c1b3c6d)
  mixed = Math.imul(mixed ^ (mixed >>> 12), 0x297a2d39)
  return (mixed ^ (mixed >>> 15)) >>> 0
}

/** A number in [0, 1) that belongs to `seed` and `salt`. */
export const fraction = (seed: Seed, salt: number) => mix(seed.high, mix(seed.low, salt)) / 2 ** 32

const byteInHex = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, '0'))

const wordInHex = (word: number) =>
  `${byteInHex[word >>> 24]}${byteInHex[(word >>> 16) & 255]}${byteInHex[(word >>> 8) & 255]}${byteInHex[word & 255]}`

/** 32 hexadecimal digits, the form of a version id. */
export function hex32(seed: Seed, salt: number): string {
  const first = mix(seed.high, salt)
  const second = mix(seed.low, first)
  return wordInHex(first) + wordInHex(second) + wordInHex(mix(first, seed.low)) + wordInHex(mix(second, seed.high))
}

/** A GUID in the form of version 4, from the words that name its bearer. */
export function guidOf(...words: (string | number)[]): string {
  const digits = hex32(seedOf('guid', ...words), 0)
  return `${digits.slice(0, 8)}-${digits.slice(8, 12)}-4${digits.slice(13, 16)}-a${digits.slice(17, 20)}-${digits.slice(20)}`
}

export type Random = {
  /** In [0, 1). */
  next(): number
  between(least: number, most: number): number
  /** A whole number, both ends included. */
  whole(least: number, most: number): number
  chance(probability: number): boolean
  pick<Item>(list: readonly Item[]): Item
}

/** Draws one after the other (mulberry32). */
export function createRandom(seed: Seed): Random {
  let state = seed.high ^ seed.low
  const next = () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
  return {
    next,
    between: (least, most) => least + next() * (most - least),
    whole: (least, most) => least + Math.floor(next() * (most - least + 1)),
    chance: (probability) => next() < probability,
    pick(list) {
      const item = list[Math.floor(next() * list.length)]
      if (item === undefined) throw new Error('nothing to pick from')
      return item
    },
  }
}

/** The list in another order, the same for the same seed. */
export function shuffled<Item>(list: readonly Item[], seed: Seed): Item[] {
  const random = createRandom(seed)
  return list
    .map((item) => ({ item, place: random.next() }))
    .sort((a, b) => a.place - b.place)
    .map(({ item }) => item)
}
